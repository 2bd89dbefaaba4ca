package keiyaku.database;

/**
 * Where the database is and as whom it is entered: the owner migrates, the application works as a
 * role that cannot change what is written for good (journal, issued invoices, state changes).
 */
public record DatabaseAccess(
        String url,
        String ownerUser,
        String ownerPassword,
        String applicationUser,
        String applicationPassword) {

    /** Secrets do not belong into a log. */
    @Override
    public String toString() {
        return url + " as " + applicationUser;
    }
}
