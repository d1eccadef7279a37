/** Questions to the collision model: a stream of ancillas met one after the other for a finite time each. */
package org.escapement.study.question.collision;
