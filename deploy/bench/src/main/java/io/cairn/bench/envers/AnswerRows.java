package io.cairn.bench.envers;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Spring Data's repository, as one would declare it. */
interface AnswerRows extends JpaRepository<AnswerRow, UUID> {}
