package io.chaoschapters.stage.text;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Lines of a narration parted into pages; where there is more than one, each leaves its last row to
 * the page's number.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record NarrationPages(List<List<String>> pages) {

  public static NarrationPages fitting(List<String> lines, int rows) {
    if (lines.size() <= rows) {
      return new NarrationPages(List.of(lines));
    }
    int size = Math.max(1, rows - 1);
    List<List<String>> pages = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += size) {
      pages.add(lines.subList(from, Math.min(lines.size(), from + size)));
    }
    return new NarrationPages(pages);
  }

  public int count() {
    return pages.size();
  }

  public List<String> page(int index) {
    return pages.get(index);
  }
}
