package dev.broadsheet.names;

import dev.broadsheet.names.NameRuns.Part;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name as an article has it.
 *
 * @param parts its words
 * @param company whether "Inc" or its like stood behind it
 */
record Name(List<Part> parts, boolean company) {
  /** As it is shown, words in capitals as the corpus mostly writes them. */
  String shown(Capitals capitals) {
    return parts.stream()
        .map(
            part -> {
              String word =
                  switch (part.token().form()) {
                    case UPPER -> capitals.written(part.word());
                    default -> capitals.nominative(part.word());
                  };
              String whole =
                  part.token().possessive() && capitals.isPossessive(part.word())
                      ? word + "'s"
                      : word;
              String tail = part.token().tail();
              boolean close = part.connector().isEmpty() || part.connector().endsWith("'");
              String space = close ? "" : " ";
              boolean tied = !tail.isEmpty() && capitals.isTied(part.word());
              return part.connector() + space + whole + (tied ? tail : "");
            })
        .collect(Collectors.joining(" "));
  }

  String first() {
    return parts.get(0).word();
  }

  String last() {
    return parts.get(parts.size() - 1).word();
  }

  int size() {
    return parts.size();
  }
}
