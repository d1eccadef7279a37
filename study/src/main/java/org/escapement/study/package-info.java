/** Studies: walking a level of description over parameters, and single evaluations. */
package org.escapement.study;
