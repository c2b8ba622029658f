package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPiecesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5_000})
  void inPieces_itIsTheSameJsonAsAsAWhole(int count) throws IOException {
    List<Bodies.KeyLimit> limits =
        IntStream.range(0, count)
            .mapToObj(i -> new Bodies.KeyLimit("\"limits\":[]" + i, i, 1))
            .toList();
    JsonPieces pieces =
        new JsonPieces(new Json(), new Bodies.Limits(List.of(), 7, 8), "limits", limits.iterator());

    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuffer piece = pieces.next(); piece != null; piece = pieces.next()) {
      assertThat(piece.remaining()).isBetween(1, Pieces.PIECE);
      all.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    }

    assertThat(all.toByteArray())
        .isEqualTo(new ObjectMapper().writeValueAsBytes(new Bodies.Limits(limits, 7, 8)));
  }
}
