/** Text files as trees that remember where everything stood; the only place that knows a YAML library. */
package org.escapement.yaml;
