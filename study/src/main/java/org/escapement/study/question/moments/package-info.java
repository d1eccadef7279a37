/** Questions about moments: cumulant expansions, spherical tensors and samples of the diffusion limit. */
package org.escapement.study.question.moments;
