/** Small dense linear algebra and least-squares Newton iterations. */
package org.escapement.numerics.linear;
