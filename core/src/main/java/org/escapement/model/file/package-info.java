/** Model files: YAML read strictly into {@link org.escapement.model.OpenSystem}. */
package org.escapement.model.file;
