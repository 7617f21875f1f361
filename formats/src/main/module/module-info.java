/**
 * Files in formats that an application may do without: CSV and HDF5 read, models of ONNX, Keras and
 * NumPy read, ONNX and Python written, reports and events written.
 */
module dev.burin.formats {
  requires transitive dev.burin.runtime;
  requires de.siegmar.fastcsv;

  exports dev.burin.csv;
  exports dev.burin.hdf5;
  exports dev.burin.interchange;
  exports dev.burin.keras;
  exports dev.burin.npz;
  exports dev.burin.onnx;
  exports dev.burin.report;
  exports dev.burin.stub;
  exports dev.burin.tensorboard;
}
