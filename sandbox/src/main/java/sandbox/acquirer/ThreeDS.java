package sandbox.acquirer;

/** The result of an authentication, as the merchant keeps it with the card. */
record ThreeDS(
        String transStatus,
        String eci,
        String dsTransId,
        String threeDSServerTransId,
        String version,
        boolean enrolled) {}
