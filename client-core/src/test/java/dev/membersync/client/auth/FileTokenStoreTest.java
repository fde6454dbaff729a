package dev.membersync.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokenStoreTest {
    private static final Grant GRANT = Grant.of(Secret.of("canary-access"))
            .refreshToken(Secret.of("canary-refresh"))
            .expiresAt(Instant.parse("2026-01-01T00:00:00.123456789Z"))
            .scopes(Set.of("users.readonly", "users.write"))
            .facts(Map.of("locationId", "loc-1"));

    private static final int THREADS = 8;

    @TempDir
    Path temp;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private Path folder;
    private FileTokenStore store;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @BeforeEach
    void open() {
        folder = temp.resolve("tokens");
        store = FileTokenStore.open(folder);
    }

    @Test
    void whatIsSavedIsReadByTheNextOne() {
        StoredGrant stored = new StoredGrant(GRANT, Optional.of(Instant.parse("2026-01-01T00:00:01Z")));
        store.save("a", stored);
        assertThat(FileTokenStore.open(folder).find("a")).contains(stored);
    }

    @Test
    void aTokenLongerThan65535CharactersIsKept() {
        Grant longOne = Grant.of(Secret.of("x".repeat(70_000)));
        store.save("a", longOne);
        assertThat(store.find("a")).contains(StoredGrant.of(longOne));
    }

    @Test
    void whatWasNeverSavedIsAbsent() {
        assertThat(store.find("a")).isEmpty();
    }

    @Test
    void allIsForItsOwnerOnly() throws IOException {
        store.save("a", GRANT);
        try (TokenStore.Lease lease = store.tryLease("a", Duration.ZERO).orElseThrow()) {
            lease.save(StoredGrant.of(GRANT));
            assertThat(rights(folder)).isEqualTo("rwx------");
            assertThat(files())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void noFileShowsATokenOrAFactOrTheNameOfItsKey() throws IOException {
        store.save("../loc-1", GRANT);
        for (Path file : files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("canary", "loc-1", "users");
            assertThat(file.toString()).doesNotContain("loc-1");
        }
        assertThat(temp).isDirectoryNotContaining(path -> !path.equals(folder));
    }

    @Test
    void twoSavesOfOneGrantLookDifferent() throws IOException {
        store.save("a", GRANT);
        byte[] before = Files.readAllBytes(grantFile());
        store.save("a", GRANT);
        assertThat(Files.readAllBytes(grantFile())).isNotEqualTo(before);
    }

    @Test
    void eachByteThatIsChangedIsNoticed() throws IOException {
        store.save("a", GRANT);
        byte[] good = Files.readAllBytes(grantFile());
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(grantFile(), bad);
            assertThatThrownBy(() -> store.find("a"))
                    .as("byte %s", i)
                    .isInstanceOf(TokenStoreException.class)
                    .hasMessageContaining("connect the account again");
        }
    }

    @Test
    void aFileThatWasCutIsNoticedWhereverItWasCut() throws IOException {
        store.save("a", GRANT);
        byte[] good = Files.readAllBytes(grantFile());
        for (int length = 0; length < good.length; length++) {
            Files.write(grantFile(), Arrays.copyOf(good, length));
            assertThatThrownBy(() -> store.find("a"))
                    .as("length %s", length)
                    .isInstanceOf(TokenStoreException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void filesThatWereSwappedAreNoticed() throws IOException {
        store.save("a", GRANT);
        Path first = grantFile();
        store.save("b", Grant.of(Secret.of("other")));
        Path second = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("grant-") && !file.equals(first))
                .findFirst()
                .orElseThrow();
        Files.copy(second, first, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> store.find("a")).hasMessageContaining("put in the place of another");
    }

    @Test
    void anotherKeyIsNoticedAndSaidSo() {
        store.save("a", GRANT);
        assertThatThrownBy(() -> FileTokenStore.open(folder, new byte[32]).find("a"))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void aGivenKeyLeavesNoKeyFile() {
        FileTokenStore.open(temp.resolve("other"), new byte[32]).save("a", GRANT);
        assertThat(temp.resolve("other/token.key")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aFileToWhichOthersHaveRightsIsRefusedWithTheCommandThatHelps(String rights) throws IOException {
        store.save("a", GRANT);
        Files.setPosixFilePermissions(grantFile(), PosixFilePermissions.fromString(rights));
        assertThatThrownBy(() -> store.find("a"))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("chmod 600 " + grantFile());
    }

    @Test
    void aKeyFileToWhichOthersHaveRightsIsRefused() throws IOException {
        Path key = folder.resolve("token.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> FileTokenStore.open(folder)).hasMessageContaining("chmod 600 " + key);
    }

    @Test
    void aFolderInWhichOthersMayWriteIsRefused() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        assertThatThrownBy(() -> FileTokenStore.open(folder)).hasMessageContaining("chmod 700 " + folder);
    }

    @Test
    void aKeyFileWithoutAKeyIsRefusedUnquoted() throws IOException {
        Files.writeString(folder.resolve("token.key"), "canary");
        assertThatThrownBy(() -> FileTokenStore.open(folder))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aLeaseHasOneHolderAmongTheStoresOfAProcess() {
        FileTokenStore second = FileTokenStore.open(folder);
        TokenStore.Lease lease = store.tryLease("a", Duration.ZERO).orElseThrow();
        assertThat(second.tryLease("a", Duration.ZERO)).isEmpty();
        assertThat(store.tryLease("a", Duration.ZERO)).isEmpty();
        assertThat(second.tryLease("b", Duration.ZERO)).isPresent();
        lease.close();
        assertThat(second.tryLease("a", Duration.ZERO)).isPresent();
    }

    @Test
    void aLeaseDoesNotOverwriteWhatWasConnectedMeanwhile() {
        TokenStore.Lease lease = store.tryLease("a", Duration.ZERO).orElseThrow();
        store.save("a", GRANT);
        assertThatThrownBy(() -> lease.save(StoredGrant.of(Grant.of(Secret.of("older")))))
                .isInstanceOf(TokenStoreException.class);
        assertThat(store.find("a")).contains(StoredGrant.of(GRANT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsConnectedWhileARenewalSavesIsKept(int round) throws Exception {
        TokenStore.Lease lease = store.tryLease("a", Duration.ZERO).orElseThrow();
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> renewal = threads.submit(() -> {
            together.await();
            lease.save(StoredGrant.of(Grant.of(Secret.of("renewed"))));
            return null;
        });
        together.await();
        store.save("a", GRANT);
        try {
            renewal.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException late) {
            assertThat(late).hasCauseInstanceOf(TokenStoreException.class);
        }
        assertThat(store.find("a")).as("round %s", round).contains(StoredGrant.of(GRANT));
    }

    @Test
    void manyWhoOpenAFolderAtOnceAgreeOnItsKey() throws Exception {
        Path fresh = temp.resolve("fresh");
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<?>> saving = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String key = "k" + i;
            saving.add(threads.submit(() -> {
                together.await();
                FileTokenStore.open(fresh).save(key, GRANT);
                return null;
            }));
        }
        for (Future<?> each : saving) {
            each.get(60, TimeUnit.SECONDS);
        }
        FileTokenStore one = FileTokenStore.open(fresh);
        for (int i = 0; i < THREADS; i++) {
            assertThat(one.find("k" + i)).contains(StoredGrant.of(GRANT));
        }
    }

    @Test
    void whoeverWritesHoldsALockOfTheOperatingSystem() throws IOException {
        try (FileChannel other = FileChannel.open(folder.resolve("write.lock"), StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> store.save("a", GRANT)).isInstanceOf(TokenStoreException.class);
            assertThatThrownBy(() -> FileTokenStore.open(folder)).isInstanceOf(TokenStoreException.class);
        }
    }

    @Test
    void whatAKilledWriterLeftIsRemovedByTheNextOneWhoOpens() throws IOException {
        Files.writeString(folder.resolve("grant-0.new"), "half");
        FileTokenStore.open(folder);
        assertThat(folder.resolve("grant-0.new")).doesNotExist();
    }

    @Test
    void whatAKilledWriterLeftDoesNotStopTheNextWrite() throws IOException {
        store.save("a", GRANT);
        Files.writeString(grantFile().resolveSibling(grantFile().getFileName() + ".new"), "half");
        store.save("a", GRANT);
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".new"));
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> FileTokenStore.open(file.resolve("tokens")))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("check the folder");
    }

    @Test
    void nothingOfAGrantThatIsSecretIsPrinted() {
        assertThat(GRANT + " " + StoredGrant.of(GRANT)).doesNotContain("canary").contains("users.readonly");
    }

    @Test
    void aGrantNamesTheScopesItLacks() {
        assertThat(GRANT.lacking(List.of("users.readonly", "payments.write"))).containsExactly("payments.write");
        assertThat(Grant.of(Secret.of("a")).lacking(List.of("users.readonly"))).isEmpty();
    }

    private Path grantFile() throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("grant-"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder.toRealPath())) {
            return list.toList();
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
