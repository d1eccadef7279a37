/** Datasets as one JSON document, for pages and scripts. */
package org.escapement.data.format.json;
