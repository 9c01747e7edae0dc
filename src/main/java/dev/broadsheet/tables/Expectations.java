package dev.broadsheet.tables;

import dev.broadsheet.dates.DateRange;
import dev.broadsheet.runs.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the run knows without the tables, against which they are checked.
 *
 * @param records how many were read
 * @param outside of these, articles outside of {@code --from} and {@code --to}
 * @param leftOut of these, what is neither an article nor rejected, such as drafts
 * @param language of the model; empty where texts are tokens already
 * @param unsupported that language, if its words are terms as they are: there are no stop words and
 *     no stems for it
 * @param otherLanguages original articles in other languages than the model's, by their codes
 * @param topicsAsked how many topics were asked for, or chosen
 * @param maxBadRatio the part of the records above which, if they are rejected, a run stops
 * @param days of the tables by day; empty if no article has a date
 * @param checks what was checked before there were tables
 */
public record Expectations(
    long records,
    long outside,
    long leftOut,
    Optional<String> language,
    Optional<String> unsupported,
    Map<String, Long> otherLanguages,
    int topicsAsked,
    double maxBadRatio,
    Optional<DateRange> days,
    List<Check> checks) {}
