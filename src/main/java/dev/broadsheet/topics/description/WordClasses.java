package dev.broadsheet.topics.description;

import java.util.function.Predicate;

/**
 * What is known of the words of a language, for labels.
 *
 * @param nominals whether a term, as it is shown, may be a noun or a name
 * @param names whether it is a name
 * @param whole the names of several words
 */
public record WordClasses(Predicate<String> nominals, Predicate<String> names, WholeNames whole) {}
