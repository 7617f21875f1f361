/** Files in formats that an application may do without: CSV and HDF5 read, reports and events written. */
module dev.burin.formats {
  requires transitive dev.burin.runtime;
  requires de.siegmar.fastcsv;

  exports dev.burin.csv;
  exports dev.burin.hdf5;
  exports dev.burin.report;
  exports dev.burin.tensorboard;
}
