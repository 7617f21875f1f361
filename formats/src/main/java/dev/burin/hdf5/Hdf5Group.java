package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of an open {@link Hdf5File}: what is in it by name, and its attributes. What was read
 * once is kept, so that no part of a file is read more often than once.
 */
public final class Hdf5Group {

  private final HdfFile file;
  private final GlobalHeap heap;
  private final String path;
  private final ObjectHeader header;
  private final Map<String, ObjectHeader> members = new HashMap<>();
  private final Map<String, Hdf5Group> groups = new HashMap<>();
  private final Map<String, Optional<List<String>>> texts = new HashMap<>();
  private @Nullable Map<String, Link> links;
  private @Nullable Map<String, Attribute> attributes;

  Hdf5Group(HdfFile file, GlobalHeap heap, String path, ObjectHeader header) {
    this.file = file;
    this.heap = heap;
    this.path = path;
    this.header = header;
  }

  /** The path from the root, with slashes between its steps; empty for the root. */
  public String path() {
    return path;
  }

  /** The names in this group, in the order of the file, which means nothing. */
  public List<String> names() throws IOException {
    return List.copyOf(links().keySet());
  }

  /**
   * A group below this one, or nothing where the path leads to none.
   *
   * @param steps names with slashes between them, such as {@code layers/dense/vars}
   * @throws MalformedFileException if a step is a link out of the file, or the file is damaged
   */
  public Optional<Hdf5Group> group(String steps) throws IOException {
    Objects.requireNonNull(steps, "The path of the group is null.");
    Hdf5Group at = this;
    for (String step : DataSets.steps(steps)) {
      Optional<Hdf5Group> next = at.step(step);
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  /**
   * An array of numbers below this group, or nothing where the path leads to none. Its elements are
   * not read yet.
   *
   * @param steps names with slashes between them, such as {@code dense/kernel:0}
   * @throws MalformedFileException if the path leads to a data set that does not hold numbers, or
   *     through a link, or if the file is damaged
   */
  public Optional<Hdf5Array> array(String steps) throws IOException {
    Objects.requireNonNull(steps, "The path of the array is null.");
    List<String> names = DataSets.steps(steps);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Optional<Hdf5Group> parent = group(String.join("/", names.subList(0, names.size() - 1)));
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    String last = names.getLast();
    Optional<ObjectHeader> found = parent.get().member(last);
    if (found.isEmpty() || !found.get().has(MessageType.LAYOUT)) {
      return Optional.empty();
    }
    String name = Printable.of(parent.get().below(last));
    return Optional.of(new Hdf5Array(DataSet.of(file, name, found.get())));
  }

  /**
   * The texts of an attribute, row-major, or nothing where there is no such attribute of texts; an
   * attribute of any type without elements has no texts.
   */
  public Optional<List<String>> texts(String attribute) throws IOException {
    Objects.requireNonNull(attribute, "The name of the attribute is null.");
    Optional<List<String>> known = texts.get(attribute);
    if (known == null) {
      Attribute found = attributes().get(attribute);
      known = found == null ? Optional.empty() : found.texts(heap);
      texts.put(attribute, known);
    }
    return known;
  }

  /** The refusal of the file for what this group holds. */
  public MalformedFileException refused(String sentence) {
    return file.bytes().malformed(sentence);
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  private Optional<Hdf5Group> step(String name) throws IOException {
    Hdf5Group known = groups.get(name);
    if (known == null) {
      Optional<ObjectHeader> found = member(name);
      if (found.isEmpty() || !Group.is(found.get())) {
        return Optional.empty();
      }
      known = new Hdf5Group(file, heap, below(name), found.get());
      groups.put(name, known);
    }
    return Optional.of(known);
  }

  private Optional<ObjectHeader> member(String name) throws IOException {
    ObjectHeader known = members.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Link link = links().get(name);
    if (link == null) {
      return Optional.empty();
    }
    if (!link.hard()) {
      throw refused(Printable.of(below(name)) + " is a link, and links are not followed.");
    }
    ObjectHeader read = ObjectHeader.read(file, link.address());
    members.put(name, read);
    return Optional.of(read);
  }

  private Map<String, Link> links() throws IOException {
    Map<String, Link> known = links;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (Link link : Group.is(header) ? Group.links(file, header) : new ArrayList<Link>()) {
        if (known.put(link.name(), link) != null) {
          throw refused("The file has two members " + Printable.of(below(link.name())) + ".");
        }
      }
      links = known;
    }
    return known;
  }

  private Map<String, Attribute> attributes() throws IOException {
    Map<String, Attribute> known = attributes;
    if (known == null) {
      known = Attributes.of(file, header);
      attributes = known;
    }
    return known;
  }
}
