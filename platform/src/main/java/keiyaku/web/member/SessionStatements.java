package keiyaku.web.member;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The statements about a session commit one by one: each request has two or three, of one row each,
 * and would otherwise wait for the database twice as often. A new session is known to its visitor
 * only after all of it is written.
 */
@Configuration(proxyBeanMethods = false)
class SessionStatements {

    /** By the name under which the library looks for it; no other part gets it. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }
}
