/** Readers of files in formats that an application may do without. */
module dev.burin.formats {
  requires transitive dev.burin.runtime;
  requires de.siegmar.fastcsv;

  exports dev.burin.csv;
  exports dev.burin.hdf5;
}
