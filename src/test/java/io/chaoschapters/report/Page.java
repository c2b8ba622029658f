package io.chaoschapters.report;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page that was read as XML; reading fails when it is not well-formed. */
record Page(String source, Document document) {

  static Page read(Path file) throws IOException {
    String source = Files.readString(file);
    try {
      return new Page(
          source,
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(source))));
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError("The page is not well-formed", e);
    }
  }

  /** The text of all nodes that an XPath finds, one after the other. */
  String text(String xpath) {
    return String.join("", texts(xpath));
  }

  int count(String xpath) {
    return texts(xpath).size();
  }

  /** What labels or links name and no element has as its id. */
  Set<String> danglingReferences() {
    Set<String> named = new HashSet<>();
    texts("//@aria-labelledby").forEach(ids -> named.addAll(List.of(ids.split(" "))));
    texts("//@href").forEach(href -> named.add(href.substring(1)));
    texts("//@id").forEach(named::remove);
    return named;
  }

  List<String> duplicateIds() {
    List<String> ids = texts("//@id");
    Set<String> seen = new HashSet<>();
    return ids.stream().filter(id -> !seen.add(id)).toList();
  }

  private List<String> texts(String xpath) {
    try {
      NodeList nodes =
          (NodeList)
              XPathFactory.newDefaultInstance()
                  .newXPath()
                  .evaluate(xpath, document, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent());
      }
      return texts;
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(xpath, e);
    }
  }
}
