package keiyaku.certificate;

/**
 * What to put where, to show that a name is one's own: either of the two.
 *
 * @param recordName of the TXT record
 * @param recordValue the record's value
 * @param filePath from the root of the web site, from a slash on
 * @param fileContent all that stands in the file
 */
public record Proof(String recordName, String recordValue, String filePath, String fileContent) {}
