package io.cairn.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The folder that holds all that outlives the process: the database and the secrets. One process at a time. */
final class Home implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private Home(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** @throws IllegalStateException when another process is using the folder */
    static Home open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var lockFile = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = lockFile.tryLock();
        if (lock == null) {
            lockFile.close();
            throw new IllegalStateException("Cairn is already running on " + folder);
        }
        return new Home(folder, lockFile, lock);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Optional<String> secret(String name) throws IOException {
        var file = file(name);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Written whole or not at all, readable by the owner only. */
    void keepSecret(String name, String secret) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, name, ".new", owner);
        Files.writeString(draft, secret + "\n");
        Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The secret of that name; made now when there is none. */
    String secretOrNew(String name) throws IOException {
        var kept = secret(name);
        if (kept.isPresent()) return kept.get();
        var made = newSecret();
        keepSecret(name, made);
        return made;
    }

    static String newSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
