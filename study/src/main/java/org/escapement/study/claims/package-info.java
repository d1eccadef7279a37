/** What a paper says about a panel, held against what is measured. */
package org.escapement.study.claims;
