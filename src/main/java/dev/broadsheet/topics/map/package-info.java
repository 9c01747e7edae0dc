/**
 * Places of topics on a plane; {@code TopicMap} is its door.
 *
 * <p>Distances between topics become places by classical scaling, improved by stress majorization,
 * and turned onto the places of the earlier run, so that a map does not spin from night to night.
 * All of it is k × k numbers on the driver.
 */
package dev.broadsheet.topics.map;
