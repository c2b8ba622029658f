package io.chaoschapters.report.html;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apiguardian.api.API;

/**
 * Writes a page element by element. What it is given is text, never markup: all of it is escaped,
 * so that nothing from outside can become part of the page's structure.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Markup {
  private static final int EXPECTED_SIZE = 1 << 18;

  private final StringWriter out = new StringWriter(EXPECTED_SIZE);
  private final XMLStreamWriter xml;

  public Markup() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeDTD("<!DOCTYPE html>\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The JDK's XML writer is not available", e);
    }
  }

  /** An element around what the content writes; attributes are names and values in turn. */
  public void in(String element, Runnable content, String... attributes) {
    write(() -> xml.writeStartElement(element));
    attributes(attributes);
    content.run();
    write(xml::writeEndElement);
  }

  public void leaf(String element, String text, String... attributes) {
    in(element, () -> text(text), attributes);
  }

  /** An element that has no content by its nature, such as {@code meta}. */
  public void empty(String element, String... attributes) {
    write(() -> xml.writeEmptyElement(element));
    attributes(attributes);
  }

  public void text(String text) {
    write(() -> xml.writeCharacters(Texts.clean(text)));
  }

  private void attributes(String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = Texts.clean(attributes[i + 1]);
      write(() -> xml.writeAttribute(name, value));
    }
  }

  /** The page so far. */
  public String page() {
    write(xml::flush);
    return out.append('\n').toString();
  }

  private interface Step {
    void write() throws XMLStreamException;
  }

  private static void write(Step step) {
    try {
      step.write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A page cannot be written into memory", e);
    }
  }
}
