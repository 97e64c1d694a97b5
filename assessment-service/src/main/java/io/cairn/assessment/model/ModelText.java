package io.cairn.assessment.model;

import io.cairn.platform.problem.BodyTooLarge;
import io.cairn.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A model file on its way in: UTF-8 and nothing else, 2 MB at most. */
final class ModelText {
    private static final int MOST_BYTES = io.cairn.maturity.file.ModelText.MOST_BYTES;

    private ModelText() {}

    static String read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new BodyTooLarge();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(400, "malformed-body", "The body cannot be read.")
                    .detail("A model file is UTF-8.")
                    .exception();
        }
    }
}
