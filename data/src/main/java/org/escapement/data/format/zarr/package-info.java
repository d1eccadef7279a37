/**
 * A running store of results as a Zarr version 2 directory: written block by block, resumed after a crash, opened by
 * Python's xarray at any moment.
 */
package org.escapement.data.format.zarr;
