/**
 * From text to terms: language, tokens, phrases, surface forms, and all lists of words, each with
 * one owner.
 *
 * <p>There is one tokenizer, Lucene's, and what a language has (stop words, stems, a dictionary of
 * words) is a row of {@code LanguageTable}. Tokens of some thousand articles lie in a {@code
 * TokenBlock} as numbers, so that a later pass asks a word what it is once a block.
 */
package dev.broadsheet.text;
