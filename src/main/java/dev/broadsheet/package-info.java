/** Broadsheet: turns a news archive into tables that notebooks draw. */
package dev.broadsheet;
