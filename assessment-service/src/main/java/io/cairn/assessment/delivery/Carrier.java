package io.cairn.assessment.delivery;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delivers from the lanes of one channel; as a bean. */
public interface Carrier {
    String channel();

    /**
     * Tries some of what is due, and writes down what came of each at once. The lane is this node's for
     * {@link Courier#HOLD}; what takes longer may be delivered twice.
     */
    void carry(Lane lane);

    /** What waits there now, tried before or not. @param database as the lane's tenant */
    Optional<Waiting> waiting(JdbcClient database, Lane lane);
}
