package io.cairn.bench.envers;

import io.cairn.bench.payload.AnswerNoted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** An answer as a row that is overwritten, with a copy of every version in an audit table. */
@Entity
@Audited
@Table(name = "answer")
class AnswerRow {
    @Id
    private @Nullable UUID id;

    @Version
    private long version;

    private String question = "";
    private double answer;
    private int certainty;

    @Column(length = 2_000)
    private String evidence = "";

    AnswerRow() {}

    AnswerRow(UUID id) {
        this.id = id;
        become(AnswerNoted.numbered(0));
    }

    final void become(AnswerNoted noted) {
        question = noted.question();
        answer = noted.value();
        certainty = noted.certainty();
        evidence = String.join(" ", noted.evidence());
    }
}
