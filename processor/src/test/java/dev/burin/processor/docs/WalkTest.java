package dev.burin.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goes the walks of {@code docs/architecture.md}: each step is a class with that method, and known
 * to a step before it, be it by its own name or by that of its supertype.
 */
class WalkTest {

  private static final Pattern STEP =
      Pattern.compile("(?m)^\\| (\\d+) \\| `(\\w+)\\.(\\w+)` \\| [^|]+ \\|$");

  private static final Pattern SUPERTYPE = Pattern.compile("(?:extends|implements) (\\w+)");

  /** The class and the method of one step. */
  record Step(int number, String owner, String method) {}

  @ParameterizedTest
  @CsvSource({"From a declaration to an emitted line, 7", "One training step, 7", "One call, 5"})
  void everyStepLeadsToTheNext(String walk, int steps) throws IOException {
    Tree tree = new Tree();
    List<Step> way = steps(walk);
    assertThat(way).as(walk).hasSize(steps);
    for (int i = 0; i < way.size(); i++) {
      Step step = way.get(i);
      assertThat(step.number()).isEqualTo(i + 1);
      assertThat(tree.files(step.owner())).as("the class of %s", step).isNotEmpty();
      assertThat(tree.declares(step.owner(), step.method())).as("the method of %s", step).isTrue();
      assertThat(i == 0 || known(tree, step, way.subList(0, i)))
          .as("%s is known to a step before it", step)
          .isTrue();
    }
  }

  private static boolean known(Tree tree, Step step, List<Step> before) throws IOException {
    String source = Tree.code(tree.source(step.owner()));
    List<String> names = new ArrayList<>(List.of(step.owner()));
    SUPERTYPE.matcher(source).results().forEach(type -> names.add(type.group(1)));
    for (Step each : before) {
      String earlier = Tree.code(tree.source(each.owner()));
      if (names.contains(each.owner())
          || names.stream().anyMatch(name -> Tree.mentions(earlier, name))) {
        return true;
      }
    }
    return false;
  }

  private static List<Step> steps(String walk) throws IOException {
    String page = Tree.page("architecture.md");
    int begin = page.indexOf("\n### " + walk + "\n");
    assertThat(begin).as("docs/architecture.md has the walk %s", walk).isNotNegative();
    int end = page.indexOf("\n#", begin + 2);
    List<Step> steps = new ArrayList<>();
    for (Matcher step = STEP.matcher(page.substring(begin, end)); step.find(); ) {
      steps.add(new Step(Integer.parseInt(step.group(1)), step.group(2), step.group(3)));
    }
    return steps;
  }
}
