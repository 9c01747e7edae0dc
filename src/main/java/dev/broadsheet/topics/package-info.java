/** TF-IDF, topic models, and what is known of a topic. */
package dev.broadsheet.topics;
