/** Run folders: manifest, audit, publication, lock, retention. */
package dev.broadsheet.runs;
