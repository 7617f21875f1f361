package dev.burin.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.processor.emit.Golden;
import dev.burin.shape.Equation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Follows the tag of each equation from the formula to the emitted code, through the table at the
 * end of {@code docs/math.md}: every class and method of a row exists and speaks of the tag.
 */
class EquationThreadTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w*)(?:\\.(\\w+))?");

  private static Tree tree;
  private static String generated;

  @BeforeAll
  static void read() throws IOException {
    tree = new Tree();
    Path golden = Path.of("src/test/resources/golden");
    generated =
        String.join("\n", Golden.of(golden.resolve("mnist/FiveOrEight.java")).sources().values())
            + String.join("\n", Golden.of(golden.resolve("odd/Odd.java")).sources().values())
            + String.join("\n", Golden.of(golden.resolve("xor/Xor.java")).sources().values());
  }

  @Test
  void thePageHasTheTagsOfTheEnumAndNoOther() throws IOException {
    List<String> told =
        Pattern.compile("(?m)^\\*\\*([A-Z]\\d)\\*\\*,")
            .matcher(Tree.page("math.md"))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(told)
        .as("the equations that docs/math.md tells in bold, and the constants of Equation")
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Equation.values()).map(Equation::tag).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfItsSumsIsTold(Equation equation) throws IOException {
    assertThat(Tree.mentions(Tree.page("numerics.md"), equation.tag()))
        .as("%s in docs/numerics.md", equation)
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyClassOfItsRowSpeaksOfIt(Equation equation) throws IOException {
    List<String> cells = row(equation);
    assertThat(cells.get(1)).as("the reference of %s", equation).isNotBlank();
    assertThat(cells.get(2)).as("the plain form of %s", equation).isNotBlank();
    for (String cell : cells.subList(1, 4)) {
      for (String name : names(cell)) {
        Matcher parts = MEMBER.matcher(name);
        assertThat(parts.matches()).as("%s of %s is a class or a member", name, equation).isTrue();
        String owner = parts.group(1);
        assertThat(tree.files(owner)).as("%s of %s exists", owner, equation).isNotEmpty();
        assertThat(Tree.mentions(tree.source(owner), equation.tag()))
            .as("%s speaks of %s", owner, equation)
            .isTrue();
        if (parts.group(2) != null) {
          assertThat(tree.declares(owner, parts.group(2)))
              .as("%s of %s is declared", name, equation)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsEmittedMethodsSayIt(Equation equation) throws IOException {
    for (String method : names(row(equation).get(4))) {
      Matcher declared =
          Pattern.compile(
                  "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@Override\\s+)?(?:private static|public) void "
                      + method
                      + "\\(",
                  Pattern.DOTALL)
              .matcher(generated);
      List<String> docs = declared.results().map(match -> match.group(1)).toList();
      assertThat(docs)
          .as("the Javadoc of %s, which is emitted for %s", method, equation)
          .anyMatch(doc -> Tree.mentions(doc, equation.tag()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F1", "F2", "L1", "B1", "B2", "B3", "B4"})
  void aPlantedFaultBearsItsTag(Equation equation) throws IOException {
    assertThat(tree.source("PlantedFaultTest")).contains("  " + equation.tag() + "_");
  }

  /** The cells of its row: tag, reference, plain form, emitter, emitted methods. */
  private static List<String> row(Equation equation) throws IOException {
    String page = Tree.page("math.md");
    String table = page.substring(page.indexOf("## Where each equation is"));
    String row =
        table
            .lines()
            .filter(line -> line.startsWith("| " + equation.tag() + " |"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(equation + " has no row in docs/math.md."));
    return Stream.of(row.substring(1).split("\\|", -1)).map(String::strip).toList();
  }

  /** The names of a cell; {@code `A.b`, `c`} is short for A.b and A.c. */
  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    String owner = "";
    for (Matcher code = CODE.matcher(cell); code.find(); ) {
      String name = code.group(1);
      boolean member = Character.isLowerCase(name.charAt(0)) && !owner.isEmpty();
      names.add(member ? owner + name : name);
      if (name.contains(".")) {
        owner = name.substring(0, name.indexOf('.') + 1);
      }
    }
    return names;
  }
}
