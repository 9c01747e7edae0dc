/**
 * What the driver writes by itself, since a job of Spark for a file of a few rows takes longer than
 * the file: rows as Parquet, and models as MLlib's readers want them. Nothing of it knows of news.
 */
package dev.broadsheet.files;
