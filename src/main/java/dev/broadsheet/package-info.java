/**
 * Broadsheet: turns a news archive into tables that notebooks draw.
 *
 * <p>{@code cli} reads a command, {@code job} runs its stages, {@code tables} are what it
 * publishes, {@code runs} publishes them. The packages beside these know a subject each, and none
 * of them the job. ARCHITECTURE.md has the picture and the walk of one article.
 */
package dev.broadsheet;
