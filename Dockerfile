# Serves the sample network; docs/serving.md explains it.

FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven \
 && rm -rf /var/lib/apt/lists/*
ENV JAVA25_HOME=/opt/java/openjdk
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -pl sample-app -am -DskipTests install \
 && mvn -B -ntp -q -pl sample-app -DincludeScope=runtime -DoutputDirectory=/app \
      org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
 && cp sample-app/target/burin-sample-app-*.jar /app/sample-app.jar
# Only what serving needs; the Vector API is switched on in the image itself.
RUN jlink --add-modules java.logging,java.management,jdk.httpserver,jdk.incubator.vector \
      --add-options="--add-modules=jdk.incubator.vector" \
      --strip-debug --no-header-files --no-man-pages --compress=zip-6 --output /opt/jre

FROM debian:bookworm-slim
COPY --from=build /opt/jre /opt/jre
COPY --from=build /app /app
USER 65532:65532
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["/opt/jre/bin/java", "-cp", "/app/*", "dev.burin.sample.Main", "serve", "--host", "0.0.0.0"]
CMD ["--weights", "/weights/five-or-eight.safetensors"]
