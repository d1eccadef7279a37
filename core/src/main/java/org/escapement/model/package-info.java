/**
 * Open quantum systems as data: collective spins, bosonic modes and classical oscillators, a Hamiltonian, jump
 * operators with their baths, drives, initial states and named quantities. Everything a level of description needs is
 * derived from these values; nothing here integrates anything.
 */
package org.escapement.model;
