/** Levels of description: each turns a model into something that can be evolved. */
package org.escapement.dynamics;
