/** From text to terms: language, tokens, surface forms. */
package dev.broadsheet.text;
