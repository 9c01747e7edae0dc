/** Places of topics on a plane; {@code TopicMap} is its door. */
package dev.broadsheet.topics.map;
