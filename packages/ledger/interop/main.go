// Command interop checks what the ledger of Brightline writes with libraries that know nothing of it, and makes vectors
// that it must read in turn.
//
//	interop verify FOLDER   checks the log in FOLDER/log as FOLDER/claims.json says
//	interop make            prints vectors as JSON
//	interop log FOLDER      appends to a log of Tessera under FOLDER/log.policy and prints its last checkpoint
package main

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	tproof "github.com/transparency-dev/formats/proof"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type claims struct {
	Origin      string   `json:"origin"`
	Key         string   `json:"key"`
	Cosigners   []string `json:"cosigners"`
	Older       []older  `json:"older"`
	Inclusions  []path   `json:"inclusions"`
	Proof       string   `json:"proof"`
	ProofLeaf   string   `json:"proofLeaf"`
	Checkpoints int      `json:"checkpoints"`
}

type path struct {
	Index  uint64   `json:"index"`
	Leaf   string   `json:"leaf"`
	Hashes []string `json:"hashes"`
}

type older struct {
	Size   uint64   `json:"size"`
	Root   string   `json:"root"`
	Hashes []string `json:"hashes"`
}

func main() {
	if len(os.Args) == 3 && os.Args[1] == "verify" {
		check(verify(os.Args[2]))
		return
	}
	if len(os.Args) == 2 && os.Args[1] == "make" {
		check(makeVectors())
		return
	}
	if len(os.Args) == 3 && os.Args[1] == "log" {
		check(appendWitnessed(os.Args[2]))
		return
	}
	check(errors.New("usage: interop verify FOLDER | interop make | interop log FOLDER"))
}

func verify(folder string) error {
	data, err := os.ReadFile(filepath.Join(folder, "claims.json"))
	if err != nil {
		return err
	}
	var c claims
	if err := json.Unmarshal(data, &c); err != nil {
		return err
	}
	logFolder := filepath.Join(folder, "log")
	raw, err := os.ReadFile(filepath.Join(logFolder, "checkpoint"))
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(c.Key)
	if err != nil {
		return err
	}
	var cosigners []note.Verifier
	for _, key := range c.Cosigners {
		v, err := fnote.NewVerifierForCosignatureV1(key)
		if err != nil {
			return fmt.Errorf("cosigner: %w", err)
		}
		cosigners = append(cosigners, v)
	}
	cp, _, n, err := log.ParseCheckpoint(raw, c.Origin, verifier, cosigners...)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	if len(n.Sigs) != 1+len(c.Cosigners) {
		return fmt.Errorf("checkpoint: %d valid signatures, want %d", len(n.Sigs), 1+len(c.Cosigners))
	}
	fmt.Printf("note and checkpoint: size %d, %d signatures\n", cp.Size, len(n.Sigs))
	if err := verifyTiles(logFolder, cp, c); err != nil {
		return err
	}
	if err := verifyProofs(cp, c); err != nil {
		return err
	}
	fetcher := client.FileFetcher{Root: logFolder}
	if err := fsck.New(c.Origin, verifier, fetcher, leafHashes, fsck.Opts{N: 2}).Check(context.Background()); err != nil {
		return fmt.Errorf("tessera fsck: %w", err)
	}
	fmt.Println("tessera fsck: whole")
	return nil
}

// tiles reads our tiles for the tlog package, whose paths name the height too.
type tiles string

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(ts []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range ts {
		name := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(t), name))
		if err != nil {
			return nil, err
		}
		out = append(out, data)
	}
	return out, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func verifyTiles(folder string, cp *log.Checkpoint, c claims) error {
	tree := tlog.Tree{N: int64(cp.Size), Hash: tlog.Hash(cp.Hash)}
	reader := tlog.TileHashReader(tree, tiles(folder))
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil || root != tree.Hash {
		return fmt.Errorf("tlog root: %v %w", root, err)
	}
	for _, p := range c.Inclusions {
		theirs, err := tlog.ProveRecord(tree.N, int64(p.Index), reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(theirs, tree.N, tree.Hash, int64(p.Index), tlog.Hash(decode(p.Leaf))); err != nil {
			return err
		}
		if err := same(theirs, p.Hashes); err != nil {
			return fmt.Errorf("inclusion of %d: %w", p.Index, err)
		}
	}
	for _, o := range c.Older {
		if o.Size == 0 {
			continue
		}
		theirs, err := tlog.ProveTree(tree.N, int64(o.Size), reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(theirs, tree.N, tree.Hash, int64(o.Size), tlog.Hash(decode(o.Root))); err != nil {
			return err
		}
	}
	fmt.Printf("tlog: root, %d inclusion and %d consistency proofs over our tiles\n", len(c.Inclusions), len(c.Older))
	return nil
}

func verifyProofs(cp *log.Checkpoint, c claims) error {
	for _, p := range c.Inclusions {
		err := proof.VerifyInclusion(rfc6962.DefaultHasher, p.Index, cp.Size, decode(p.Leaf), decodeAll(p.Hashes), cp.Hash)
		if err != nil {
			return fmt.Errorf("inclusion of %d: %w", p.Index, err)
		}
	}
	for _, o := range c.Older {
		err := proof.VerifyConsistency(rfc6962.DefaultHasher, o.Size, cp.Size, decodeAll(o.Hashes), decode(o.Root), cp.Hash)
		if err != nil {
			return fmt.Errorf("consistency from %d: %w", o.Size, err)
		}
	}
	var file tproof.TLogProof
	if err := file.Unmarshal([]byte(c.Proof)); err != nil {
		return fmt.Errorf("proof file: %w", err)
	}
	var hashes [][]byte
	for _, h := range file.Hashes {
		hashes = append(hashes, h[:])
	}
	err := proof.VerifyInclusion(rfc6962.DefaultHasher, file.Index, cp.Size, decode(c.ProofLeaf), hashes, cp.Hash)
	if err != nil {
		return fmt.Errorf("proof file: %w", err)
	}
	fmt.Printf("merkle: our %d inclusion and %d consistency proofs, and our proof file\n", len(c.Inclusions), len(c.Older))
	return nil
}

// leafHashes reads a bundle of entries.
func leafHashes(bundle []byte) ([][]byte, error) {
	var out [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 || len(bundle) < 2+int(bundle[0])<<8+int(bundle[1]) {
			return nil, errors.New("the bundle is cut off")
		}
		end := 2 + int(bundle[0])<<8 + int(bundle[1])
		out = append(out, rfc6962.DefaultHasher.HashLeaf(bundle[2:end]))
		bundle = bundle[end:]
	}
	return out, nil
}

type vectors struct {
	Source      string   `json:"source"`
	Origin      string   `json:"origin"`
	Key         string   `json:"key"`
	Cosigners   []string `json:"cosigners"`
	Note        string   `json:"note"`
	Entries     int      `json:"entries"`
	Roots       []string `json:"roots"`
	Inclusions  []path   `json:"inclusions"`
	Consistency []older  `json:"consistency"`
	Proof       string   `json:"proof"`
}

const entryCount = 300

// makeVectors signs a tree over the entries "entry 0" to "entry 299" with new keys.
func makeVectors() error {
	origin := "go.example/log"
	_, secret, err := ed25519.GenerateKey(nil)
	if err != nil {
		return err
	}
	signer, key, err := ed25519Key(origin, secret, 1)
	if err != nil {
		return err
	}
	logSigner, err := note.NewSigner(signer)
	if err != nil {
		return err
	}
	_, witnessSecret, err := ed25519.GenerateKey(nil)
	if err != nil {
		return err
	}
	witnessPlain, witnessKey, err := ed25519Key("witness.example/ed25519", witnessSecret, 1)
	if err != nil {
		return err
	}
	witness, err := fnote.NewSignerForCosignatureV1(witnessPlain)
	if err != nil {
		return err
	}
	witnessCosigKey, err := fnote.VKeyToCosignatureV1(witnessKey)
	if err != nil {
		return err
	}
	mlSecret, mlKey, err := fnote.GenerateMLDSAKey("witness.example/ml-dsa-44")
	if err != nil {
		return err
	}
	ml, err := fnote.NewSignerForCosignatureV1(mlSecret)
	if err != nil {
		return err
	}
	v := vectors{Source: "made by packages/ledger/interop with the Go libraries of its go.mod", Origin: origin, Key: key,
		Cosigners: []string{witnessCosigKey, mlKey}, Entries: entryCount}
	reader, err := addTree(&v)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(entryCount, reader)
	if err != nil {
		return err
	}
	text := log.Checkpoint{Origin: origin, Size: entryCount, Hash: root[:]}.Marshal()
	signed, err := note.Sign(&note.Note{Text: string(text)}, logSigner, witness, ml)
	if err != nil {
		return err
	}
	v.Note = string(signed)
	theirs, err := tlog.ProveRecord(entryCount, 123, reader)
	if err != nil {
		return err
	}
	file := tproof.TLogProof{Index: 123, Checkpoint: signed, ExtraData: []byte("extra")}
	for _, h := range theirs {
		file.Hashes = append(file.Hashes, h)
	}
	v.Proof = string(file.Marshal())
	return json.NewEncoder(os.Stdout).Encode(v)
}

// addTree builds the tree and adds its roots and proofs.
func addTree(v *vectors) (tlog.HashReader, error) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, index := range indexes {
			out = append(out, stored[index])
		}
		return out, nil
	})
	for n := int64(0); n < entryCount; n++ {
		hashes, err := tlog.StoredHashes(n, []byte(fmt.Sprintf("entry %d", n)), reader)
		if err != nil {
			return nil, err
		}
		stored = append(stored, hashes...)
	}
	for n := int64(0); n <= entryCount; n++ {
		root, err := tlog.TreeHash(n, reader)
		if err != nil {
			return nil, err
		}
		v.Roots = append(v.Roots, encode(root[:]))
	}
	for n := int64(0); n < entryCount; n += 7 {
		p, err := tlog.ProveRecord(entryCount, n, reader)
		if err != nil {
			return nil, err
		}
		leaf := tlog.RecordHash([]byte(fmt.Sprintf("entry %d", n)))
		v.Inclusions = append(v.Inclusions, path{Index: uint64(n), Leaf: encode(leaf[:]), Hashes: encodeAll(p)})
	}
	for n := int64(1); n <= entryCount; n += 13 {
		p, err := tlog.ProveTree(entryCount, n, reader)
		if err != nil {
			return nil, err
		}
		v.Consistency = append(v.Consistency, older{Size: uint64(n), Root: v.Roots[n], Hashes: encodeAll(p)})
	}
	return reader, nil
}

// appendWitnessed appends entries one checkpoint at a time, so that the witnesses get proofs too.
func appendWitnessed(folder string) error {
	policy, err := os.ReadFile(filepath.Join(folder, "log.policy"))
	if err != nil {
		return err
	}
	witnesses, err := tessera.NewWitnessGroupFromPolicy(policy)
	if err != nil {
		return fmt.Errorf("policy: %w", err)
	}
	secret, err := os.ReadFile(filepath.Join(folder, "log.secret"))
	if err != nil {
		return err
	}
	signer, err := note.NewSigner(string(secret))
	if err != nil {
		return err
	}
	ctx := context.Background()
	driver, err := posix.New(ctx, posix.Config{Path: filepath.Join(folder, "theirs")})
	if err != nil {
		return err
	}
	options := tessera.NewAppendOptions().WithCheckpointSigner(signer).WithCheckpointInterval(100*time.Millisecond).
		WithBatching(1, 50*time.Millisecond).WithWitnesses(witnesses, nil)
	appender, shutdown, reader, err := tessera.NewAppender(ctx, driver, options)
	if err != nil {
		return err
	}
	await := tessera.NewPublicationAwaiter(ctx, reader.ReadCheckpoint, 50*time.Millisecond)
	for n := 0; n < 5; n++ {
		entry := tessera.NewEntry([]byte(fmt.Sprintf("entry %d", n)))
		if _, _, err := await.Await(ctx, appender.Add(ctx, entry)); err != nil {
			return fmt.Errorf("entry %d: %w", n, err)
		}
	}
	if err := shutdown(ctx); err != nil {
		return err
	}
	checkpoint, err := reader.ReadCheckpoint(ctx)
	if err != nil {
		return err
	}
	fmt.Print(string(checkpoint))
	return nil
}

// ed25519Key writes a key pair as note keys.
func ed25519Key(name string, secret ed25519.PrivateKey, alg byte) (signer, key string, err error) {
	key, err = note.NewEd25519VerifierKey(name, secret.Public().(ed25519.PublicKey))
	if err != nil {
		return "", "", err
	}
	hash := strings.Split(strings.TrimPrefix(key, name+"+"), "+")[0]
	signer = "PRIVATE+KEY+" + name + "+" + hash + "+" + base64.StdEncoding.EncodeToString(append([]byte{alg}, secret.Seed()...))
	return signer, key, nil
}

func same[H ~[]tlog.Hash](theirs H, ours []string) error {
	if len(theirs) != len(ours) {
		return fmt.Errorf("%d hashes, want %d", len(ours), len(theirs))
	}
	for i, h := range theirs {
		if encode(h[:]) != ours[i] {
			return fmt.Errorf("hash %d differs", i)
		}
	}
	return nil
}

func encodeAll[H ~[]tlog.Hash](hashes H) []string {
	out := []string{}
	for _, h := range hashes {
		out = append(out, encode(h[:]))
	}
	return out
}

func decodeAll(texts []string) [][]byte {
	var out [][]byte
	for _, text := range texts {
		out = append(out, decode(text))
	}
	return out
}

func encode(data []byte) string { return base64.StdEncoding.EncodeToString(data) }

func decode(text string) []byte {
	data, err := base64.StdEncoding.DecodeString(text)
	check(err)
	return data
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "interop:", err)
		os.Exit(1)
	}
}
