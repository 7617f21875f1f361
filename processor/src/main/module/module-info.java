/** The annotation processor, for {@code --processor-module-path}; no application requires it. */
@SuppressWarnings("requires-automatic") // JavaPoet has a name for its module and no descriptor.
module dev.burin.processor {
  requires com.palantir.javapoet;
  requires dev.burin.runtime;
  requires java.compiler;

  uses javax.annotation.processing.Processor;

  provides javax.annotation.processing.Processor with
      dev.burin.processor.NetworkProcessor;
}
