package dev.burin.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An encoding as text: a line that says the version, and one for the answer and for each column,
 * whose fields are separated by tabs. Numbers are spelled so that they come back bit by bit.
 */
final class EncodingText {

  private static final String HEAD = "burin encoding\t1";

  private EncodingText() {}

  static String of(List<Code> codes, Answer answer) {
    Stream<String> lines =
        Stream.concat(Stream.of(HEAD, line(answer)), codes.stream().map(EncodingText::line));
    return lines.collect(Collectors.joining("\n"));
  }

  private static String line(Answer answer) {
    return switch (answer) {
      case Answer.Classes classes -> fields(classes.names(), "class", classes.column());
      case Answer.Value value ->
          fields(List.of(), "value", value.column(), "" + value.shift(), "" + value.divisor());
    };
  }

  private static String line(Code code) {
    return switch (code) {
      case NumberCode n ->
          fields(
              List.of(),
              n.how(),
              n.column(),
              "" + n.shift(),
              "" + n.divisor(),
              "" + n.fill(),
              "" + n.indicator());
      case CategoryCode c ->
          fields(
              c.categories(), c.how(), c.column(), c.fill(), "" + c.lenient(), "" + c.indicator());
    };
  }

  private static String fields(List<String> last, String... first) {
    return Stream.concat(Arrays.stream(first), last.stream())
        .map(
            f ->
                f.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r"))
        .collect(Collectors.joining("\t"));
  }

  static Encoding parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      throw refuse(1, "it does not begin with the line \"" + HEAD.replace('\t', ' ') + "\"", null);
    }
    @Nullable Answer answer = null;
    List<Code> codes = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> fields = split(lines.get(i));
      try {
        if (i == 1) {
          answer = answer(fields);
        } else {
          codes.add(code(fields));
        }
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        throw refuse(i + 1, "it is not one of version 1", e);
      }
    }
    if (answer == null || codes.isEmpty()) {
      throw refuse(lines.size(), "it ends there", null);
    }
    return new Encoding(codes, answer);
  }

  private static Answer answer(List<String> f) {
    return switch (f.getFirst()) {
      case "class" -> new Answer.Classes(f.get(1), f.subList(2, f.size()));
      case "value" -> new Answer.Value(f.get(1), number(f.get(2)), number(f.get(3)));
      default -> throw new IllegalArgumentException(f.getFirst());
    };
  }

  private static Code code(List<String> f) {
    return switch (f.getFirst()) {
      case "number", "standard", "min-max" ->
          new NumberCode(
              f.get(1),
              f.getFirst(),
              number(f.get(2)),
              number(f.get(3)),
              Double.parseDouble(f.get(4)),
              Boolean.parseBoolean(f.get(5)));
      case CategoryCode.ONE_HOT, "ordinal", "boolean" ->
          new CategoryCode(
              f.get(1),
              f.getFirst(),
              f.subList(5, f.size()),
              f.get(2),
              Boolean.parseBoolean(f.get(3)),
              Boolean.parseBoolean(f.get(4)));
      default -> throw new IllegalArgumentException(f.getFirst());
    };
  }

  private static double number(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c == '\\' && i + 1 < line.length()) {
        i++;
        char escaped = line.charAt(i);
        field.append(
            switch (escaped) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static IllegalArgumentException refuse(int line, String why, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "The text is no encoding that this version reads: at line "
            + line
            + " "
            + why
            + "; load it with the release that saved it, or a newer one.",
        cause);
  }
}
