/** What can be asked of harmonic networks: static response, second order in the modulated couplings, all orders. */
package org.escapement.study.question.network;
