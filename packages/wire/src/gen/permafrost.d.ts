import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace permafrost. */
export namespace permafrost {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of an Envelope.
         * @deprecated Use permafrost.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends permafrost.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope v. */
            v: number;

            /** Envelope suite. */
            suite: string;

            /** Envelope kind. */
            kind: string;

            /** Envelope sessionId. */
            sessionId: Uint8Array;

            /** Envelope round. */
            round: number;

            /** Envelope from. */
            from: number;

            /** Envelope to. */
            to: number;

            /** Envelope payload. */
            payload: Uint8Array;

            /** Envelope signature. */
            signature: Uint8Array;

            /**
             * Creates a new Envelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Envelope instance
             */
            static create(properties: permafrost.v1.Envelope.$Shape): permafrost.v1.Envelope & permafrost.v1.Envelope.$Shape;
            static create(properties?: permafrost.v1.Envelope.$Properties): permafrost.v1.Envelope;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link permafrost.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Envelope & permafrost.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Envelope & permafrost.v1.Envelope.$Shape;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope v */
                v?: number;

                /** Envelope suite */
                suite?: string;

                /** Envelope kind */
                kind?: string;

                /** Envelope sessionId */
                sessionId?: Uint8Array;

                /** Envelope round */
                round?: number;

                /** Envelope from */
                from?: number;

                /** Envelope to */
                to?: number;

                /** Envelope payload */
                payload?: Uint8Array;

                /** Envelope signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Envelope. */
            type $Shape = permafrost.v1.Envelope.$Properties;
        }

        /**
         * Properties of a CeremonyEnvelope.
         * @deprecated Use permafrost.v1.CeremonyEnvelope.$Properties instead.
         */
        interface ICeremonyEnvelope extends permafrost.v1.CeremonyEnvelope.$Properties {
        }

        /** Represents a CeremonyEnvelope. */
        class CeremonyEnvelope {

            /**
             * Constructs a new CeremonyEnvelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.CeremonyEnvelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CeremonyEnvelope scope. */
            scope: Uint8Array;

            /** CeremonyEnvelope envelope. */
            envelope: Uint8Array;

            /**
             * Creates a new CeremonyEnvelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CeremonyEnvelope instance
             */
            static create(properties: permafrost.v1.CeremonyEnvelope.$Shape): permafrost.v1.CeremonyEnvelope & permafrost.v1.CeremonyEnvelope.$Shape;
            static create(properties?: permafrost.v1.CeremonyEnvelope.$Properties): permafrost.v1.CeremonyEnvelope;

            /**
             * Encodes the specified CeremonyEnvelope message. Does not implicitly {@link permafrost.v1.CeremonyEnvelope.verify|verify} messages.
             * @param message CeremonyEnvelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.CeremonyEnvelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CeremonyEnvelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.CeremonyEnvelope & permafrost.v1.CeremonyEnvelope.$Shape} CeremonyEnvelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.CeremonyEnvelope & permafrost.v1.CeremonyEnvelope.$Shape;
        }

        namespace CeremonyEnvelope {

            /** Properties of a CeremonyEnvelope. */
            interface $Properties {

                /** CeremonyEnvelope scope */
                scope?: Uint8Array;

                /** CeremonyEnvelope envelope */
                envelope?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CeremonyEnvelope. */
            type $Shape = permafrost.v1.CeremonyEnvelope.$Properties;
        }

        /**
         * Properties of an EpochStatus.
         * @deprecated Use permafrost.v1.EpochStatus.$Properties instead.
         */
        interface IEpochStatus extends permafrost.v1.EpochStatus.$Properties {
        }

        /** Represents an EpochStatus. */
        class EpochStatus {

            /**
             * Constructs a new EpochStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.EpochStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EpochStatus keyId. */
            keyId: Uint8Array;

            /** EpochStatus number. */
            number: (number|Long);

            /** EpochStatus epochId. */
            epochId: Uint8Array;

            /** EpochStatus prepared. */
            prepared: permafrost.v1.PreparedStatus[];

            /** EpochStatus answers. */
            answers: boolean;

            /** EpochStatus lacksShare. */
            lacksShare: boolean;

            /**
             * Creates a new EpochStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EpochStatus instance
             */
            static create(properties: permafrost.v1.EpochStatus.$Shape): permafrost.v1.EpochStatus & permafrost.v1.EpochStatus.$Shape;
            static create(properties?: permafrost.v1.EpochStatus.$Properties): permafrost.v1.EpochStatus;

            /**
             * Encodes the specified EpochStatus message. Does not implicitly {@link permafrost.v1.EpochStatus.verify|verify} messages.
             * @param message EpochStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.EpochStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EpochStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochStatus & permafrost.v1.EpochStatus.$Shape} EpochStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.EpochStatus & permafrost.v1.EpochStatus.$Shape;
        }

        namespace EpochStatus {

            /** Properties of an EpochStatus. */
            interface $Properties {

                /** EpochStatus keyId */
                keyId?: Uint8Array;

                /** EpochStatus number */
                number?: (number|Long);

                /** EpochStatus epochId */
                epochId?: Uint8Array;

                /** EpochStatus prepared */
                prepared?: permafrost.v1.PreparedStatus.$Properties[];

                /** EpochStatus answers */
                answers?: boolean;

                /** EpochStatus lacksShare */
                lacksShare?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EpochStatus. */
            type $Shape = permafrost.v1.EpochStatus.$Properties;
        }

        /**
         * Properties of a PreparedStatus.
         * @deprecated Use permafrost.v1.PreparedStatus.$Properties instead.
         */
        interface IPreparedStatus extends permafrost.v1.PreparedStatus.$Properties {
        }

        /** Represents a PreparedStatus. */
        class PreparedStatus {

            /**
             * Constructs a new PreparedStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.PreparedStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PreparedStatus epochId. */
            epochId: Uint8Array;

            /** PreparedStatus certsMissing. */
            certsMissing: number[];

            /** PreparedStatus storedMissing. */
            storedMissing: number[];

            /** PreparedStatus isTested. */
            isTested: boolean;

            /** PreparedStatus votes. */
            votes: permafrost.v1.Vote[];

            /**
             * Creates a new PreparedStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PreparedStatus instance
             */
            static create(properties: permafrost.v1.PreparedStatus.$Shape): permafrost.v1.PreparedStatus & permafrost.v1.PreparedStatus.$Shape;
            static create(properties?: permafrost.v1.PreparedStatus.$Properties): permafrost.v1.PreparedStatus;

            /**
             * Encodes the specified PreparedStatus message. Does not implicitly {@link permafrost.v1.PreparedStatus.verify|verify} messages.
             * @param message PreparedStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.PreparedStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreparedStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.PreparedStatus & permafrost.v1.PreparedStatus.$Shape} PreparedStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.PreparedStatus & permafrost.v1.PreparedStatus.$Shape;
        }

        namespace PreparedStatus {

            /** Properties of a PreparedStatus. */
            interface $Properties {

                /** PreparedStatus epochId */
                epochId?: Uint8Array;

                /** PreparedStatus certsMissing */
                certsMissing?: number[];

                /** PreparedStatus storedMissing */
                storedMissing?: number[];

                /** PreparedStatus isTested */
                isTested?: boolean;

                /** PreparedStatus votes */
                votes?: permafrost.v1.Vote.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreparedStatus. */
            type $Shape = permafrost.v1.PreparedStatus.$Properties;
        }

        /**
         * Properties of an EpochParts.
         * @deprecated Use permafrost.v1.EpochParts.$Properties instead.
         */
        interface IEpochParts extends permafrost.v1.EpochParts.$Properties {
        }

        /** Represents an EpochParts. */
        class EpochParts {

            /**
             * Constructs a new EpochParts.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.EpochParts.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EpochParts keyId. */
            keyId: Uint8Array;

            /** EpochParts epochId. */
            epochId: Uint8Array;

            /** EpochParts envelopes. */
            envelopes: Uint8Array[];

            /** EpochParts testSignature. */
            testSignature: Uint8Array;

            /**
             * Creates a new EpochParts instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EpochParts instance
             */
            static create(properties: permafrost.v1.EpochParts.$Shape): permafrost.v1.EpochParts & permafrost.v1.EpochParts.$Shape;
            static create(properties?: permafrost.v1.EpochParts.$Properties): permafrost.v1.EpochParts;

            /**
             * Encodes the specified EpochParts message. Does not implicitly {@link permafrost.v1.EpochParts.verify|verify} messages.
             * @param message EpochParts message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.EpochParts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EpochParts message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochParts & permafrost.v1.EpochParts.$Shape} EpochParts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.EpochParts & permafrost.v1.EpochParts.$Shape;
        }

        namespace EpochParts {

            /** Properties of an EpochParts. */
            interface $Properties {

                /** EpochParts keyId */
                keyId?: Uint8Array;

                /** EpochParts epochId */
                epochId?: Uint8Array;

                /** EpochParts envelopes */
                envelopes?: Uint8Array[];

                /** EpochParts testSignature */
                testSignature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EpochParts. */
            type $Shape = permafrost.v1.EpochParts.$Properties;
        }

        /**
         * Properties of an EpochRequest.
         * @deprecated Use permafrost.v1.EpochRequest.$Properties instead.
         */
        interface IEpochRequest extends permafrost.v1.EpochRequest.$Properties {
        }

        /** Represents an EpochRequest. */
        class EpochRequest {

            /**
             * Constructs a new EpochRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.EpochRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EpochRequest keyId. */
            keyId: Uint8Array;

            /** EpochRequest epochId. */
            epochId: Uint8Array;

            /** EpochRequest hasBase. */
            hasBase: boolean;

            /** EpochRequest after. */
            after: (number|Long);

            /** EpochRequest offset. */
            offset: number;

            /**
             * Creates a new EpochRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EpochRequest instance
             */
            static create(properties: permafrost.v1.EpochRequest.$Shape): permafrost.v1.EpochRequest & permafrost.v1.EpochRequest.$Shape;
            static create(properties?: permafrost.v1.EpochRequest.$Properties): permafrost.v1.EpochRequest;

            /**
             * Encodes the specified EpochRequest message. Does not implicitly {@link permafrost.v1.EpochRequest.verify|verify} messages.
             * @param message EpochRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.EpochRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EpochRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochRequest & permafrost.v1.EpochRequest.$Shape} EpochRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.EpochRequest & permafrost.v1.EpochRequest.$Shape;
        }

        namespace EpochRequest {

            /** Properties of an EpochRequest. */
            interface $Properties {

                /** EpochRequest keyId */
                keyId?: Uint8Array;

                /** EpochRequest epochId */
                epochId?: Uint8Array;

                /** EpochRequest hasBase */
                hasBase?: boolean;

                /** EpochRequest after */
                after?: (number|Long);

                /** EpochRequest offset */
                offset?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EpochRequest. */
            type $Shape = permafrost.v1.EpochRequest.$Properties;
        }

        /**
         * Properties of an EpochChunk.
         * @deprecated Use permafrost.v1.EpochChunk.$Properties instead.
         */
        interface IEpochChunk extends permafrost.v1.EpochChunk.$Properties {
        }

        /** Represents an EpochChunk. */
        class EpochChunk {

            /**
             * Constructs a new EpochChunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.EpochChunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EpochChunk keyId. */
            keyId: Uint8Array;

            /** EpochChunk epochId. */
            epochId: Uint8Array;

            /** EpochChunk total. */
            total: number;

            /** EpochChunk offset. */
            offset: number;

            /** EpochChunk part. */
            part: Uint8Array;

            /**
             * Creates a new EpochChunk instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EpochChunk instance
             */
            static create(properties: permafrost.v1.EpochChunk.$Shape): permafrost.v1.EpochChunk & permafrost.v1.EpochChunk.$Shape;
            static create(properties?: permafrost.v1.EpochChunk.$Properties): permafrost.v1.EpochChunk;

            /**
             * Encodes the specified EpochChunk message. Does not implicitly {@link permafrost.v1.EpochChunk.verify|verify} messages.
             * @param message EpochChunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.EpochChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EpochChunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochChunk & permafrost.v1.EpochChunk.$Shape} EpochChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.EpochChunk & permafrost.v1.EpochChunk.$Shape;
        }

        namespace EpochChunk {

            /** Properties of an EpochChunk. */
            interface $Properties {

                /** EpochChunk keyId */
                keyId?: Uint8Array;

                /** EpochChunk epochId */
                epochId?: Uint8Array;

                /** EpochChunk total */
                total?: number;

                /** EpochChunk offset */
                offset?: number;

                /** EpochChunk part */
                part?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EpochChunk. */
            type $Shape = permafrost.v1.EpochChunk.$Properties;
        }

        /**
         * Properties of a Proposal.
         * @deprecated Use permafrost.v1.Proposal.$Properties instead.
         */
        interface IProposal extends permafrost.v1.Proposal.$Properties {
        }

        /** Represents a Proposal. */
        class Proposal {

            /**
             * Constructs a new Proposal.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Proposal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Proposal type. */
            type: string;

            /** Proposal name. */
            name: string;

            /** Proposal suite. */
            suite: string;

            /** Proposal purpose. */
            purpose: string;

            /** Proposal minSigners. */
            minSigners: number;

            /** Proposal members. */
            members: Uint8Array[];

            /** Proposal requesters. */
            requesters: Uint8Array[];

            /** Proposal policy. */
            policy: Uint8Array;

            /** Proposal proposer. */
            proposer: Uint8Array;

            /** Proposal node. */
            node: Uint8Array;

            /** Proposal nonce. */
            nonce: Uint8Array;

            /** Proposal expiresMs. */
            expiresMs: (number|Long);

            /** Proposal keys. */
            keys: Uint8Array[];

            /** Proposal change. */
            change: permafrost.v1.KeyChange;

            /**
             * Creates a new Proposal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Proposal instance
             */
            static create(properties: permafrost.v1.Proposal.$Shape): permafrost.v1.Proposal & permafrost.v1.Proposal.$Shape;
            static create(properties?: permafrost.v1.Proposal.$Properties): permafrost.v1.Proposal;

            /**
             * Encodes the specified Proposal message. Does not implicitly {@link permafrost.v1.Proposal.verify|verify} messages.
             * @param message Proposal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Proposal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Proposal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Proposal & permafrost.v1.Proposal.$Shape} Proposal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Proposal & permafrost.v1.Proposal.$Shape;
        }

        namespace Proposal {

            /** Properties of a Proposal. */
            interface $Properties {

                /** Proposal type */
                type?: string;

                /** Proposal name */
                name?: string;

                /** Proposal suite */
                suite?: string;

                /** Proposal purpose */
                purpose?: string;

                /** Proposal minSigners */
                minSigners?: number;

                /** Proposal members */
                members?: Uint8Array[];

                /** Proposal requesters */
                requesters?: Uint8Array[];

                /** Proposal policy */
                policy?: Uint8Array;

                /** Proposal proposer */
                proposer?: Uint8Array;

                /** Proposal node */
                node?: Uint8Array;

                /** Proposal nonce */
                nonce?: Uint8Array;

                /** Proposal expiresMs */
                expiresMs?: (number|Long);

                /** Proposal keys */
                keys?: Uint8Array[];

                /** Proposal change */
                change?: permafrost.v1.KeyChange.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Proposal. */
            type $Shape = permafrost.v1.Proposal.$Properties;
        }

        /**
         * Properties of a KeyChange.
         * @deprecated Use permafrost.v1.KeyChange.$Properties instead.
         */
        interface IKeyChange extends permafrost.v1.KeyChange.$Properties {
        }

        /** Represents a KeyChange. */
        class KeyChange {

            /**
             * Constructs a new KeyChange.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyChange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyChange keyId. */
            keyId: Uint8Array;

            /** KeyChange baseEpochId. */
            baseEpochId: Uint8Array;

            /** KeyChange baseNumber. */
            baseNumber: (number|Long);

            /** KeyChange number. */
            number: (number|Long);

            /** KeyChange groupKey. */
            groupKey: Uint8Array;

            /** KeyChange baseMinSigners. */
            baseMinSigners: number;

            /** KeyChange baseMembers. */
            baseMembers: Uint8Array[];

            /** KeyChange dealers. */
            dealers: Uint8Array[];

            /** KeyChange excluded. */
            excluded: Uint8Array[];

            /** KeyChange lost. */
            lost: Uint8Array;

            /**
             * Creates a new KeyChange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyChange instance
             */
            static create(properties: permafrost.v1.KeyChange.$Shape): permafrost.v1.KeyChange & permafrost.v1.KeyChange.$Shape;
            static create(properties?: permafrost.v1.KeyChange.$Properties): permafrost.v1.KeyChange;

            /**
             * Encodes the specified KeyChange message. Does not implicitly {@link permafrost.v1.KeyChange.verify|verify} messages.
             * @param message KeyChange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyChange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyChange & permafrost.v1.KeyChange.$Shape} KeyChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyChange & permafrost.v1.KeyChange.$Shape;
        }

        namespace KeyChange {

            /** Properties of a KeyChange. */
            interface $Properties {

                /** KeyChange keyId */
                keyId?: Uint8Array;

                /** KeyChange baseEpochId */
                baseEpochId?: Uint8Array;

                /** KeyChange baseNumber */
                baseNumber?: (number|Long);

                /** KeyChange number */
                number?: (number|Long);

                /** KeyChange groupKey */
                groupKey?: Uint8Array;

                /** KeyChange baseMinSigners */
                baseMinSigners?: number;

                /** KeyChange baseMembers */
                baseMembers?: Uint8Array[];

                /** KeyChange dealers */
                dealers?: Uint8Array[];

                /** KeyChange excluded */
                excluded?: Uint8Array[];

                /** KeyChange lost */
                lost?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyChange. */
            type $Shape = permafrost.v1.KeyChange.$Properties;
        }

        /**
         * Properties of a Vote.
         * @deprecated Use permafrost.v1.Vote.$Properties instead.
         */
        interface IVote extends permafrost.v1.Vote.$Properties {
        }

        /** Represents a Vote. */
        class Vote {

            /**
             * Constructs a new Vote.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Vote.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Vote keyId. */
            keyId: Uint8Array;

            /** Vote baseEpochId. */
            baseEpochId: Uint8Array;

            /** Vote number. */
            number: (number|Long);

            /** Vote epochId. */
            epochId: Uint8Array;

            /** Vote hostPub. */
            hostPub: Uint8Array;

            /** Vote signature. */
            signature: Uint8Array;

            /**
             * Creates a new Vote instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Vote instance
             */
            static create(properties: permafrost.v1.Vote.$Shape): permafrost.v1.Vote & permafrost.v1.Vote.$Shape;
            static create(properties?: permafrost.v1.Vote.$Properties): permafrost.v1.Vote;

            /**
             * Encodes the specified Vote message. Does not implicitly {@link permafrost.v1.Vote.verify|verify} messages.
             * @param message Vote message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Vote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Vote message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Vote & permafrost.v1.Vote.$Shape} Vote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Vote & permafrost.v1.Vote.$Shape;
        }

        namespace Vote {

            /** Properties of a Vote. */
            interface $Properties {

                /** Vote keyId */
                keyId?: Uint8Array;

                /** Vote baseEpochId */
                baseEpochId?: Uint8Array;

                /** Vote number */
                number?: (number|Long);

                /** Vote epochId */
                epochId?: Uint8Array;

                /** Vote hostPub */
                hostPub?: Uint8Array;

                /** Vote signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Vote. */
            type $Shape = permafrost.v1.Vote.$Properties;
        }

        /**
         * Properties of an ActivationCertificate.
         * @deprecated Use permafrost.v1.ActivationCertificate.$Properties instead.
         */
        interface IActivationCertificate extends permafrost.v1.ActivationCertificate.$Properties {
        }

        /** Represents an ActivationCertificate. */
        class ActivationCertificate {

            /**
             * Constructs a new ActivationCertificate.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ActivationCertificate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ActivationCertificate stored. */
            stored: Uint8Array[];

            /** ActivationCertificate testSignature. */
            testSignature: Uint8Array;

            /** ActivationCertificate votes. */
            votes: permafrost.v1.Vote[];

            /** ActivationCertificate acceptances. */
            acceptances: permafrost.v1.Statement[];

            /**
             * Creates a new ActivationCertificate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ActivationCertificate instance
             */
            static create(properties: permafrost.v1.ActivationCertificate.$Shape): permafrost.v1.ActivationCertificate & permafrost.v1.ActivationCertificate.$Shape;
            static create(properties?: permafrost.v1.ActivationCertificate.$Properties): permafrost.v1.ActivationCertificate;

            /**
             * Encodes the specified ActivationCertificate message. Does not implicitly {@link permafrost.v1.ActivationCertificate.verify|verify} messages.
             * @param message ActivationCertificate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ActivationCertificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ActivationCertificate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ActivationCertificate & permafrost.v1.ActivationCertificate.$Shape} ActivationCertificate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ActivationCertificate & permafrost.v1.ActivationCertificate.$Shape;
        }

        namespace ActivationCertificate {

            /** Properties of an ActivationCertificate. */
            interface $Properties {

                /** ActivationCertificate stored */
                stored?: Uint8Array[];

                /** ActivationCertificate testSignature */
                testSignature?: Uint8Array;

                /** ActivationCertificate votes */
                votes?: permafrost.v1.Vote.$Properties[];

                /** ActivationCertificate acceptances */
                acceptances?: permafrost.v1.Statement.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ActivationCertificate. */
            type $Shape = permafrost.v1.ActivationCertificate.$Properties;
        }

        /**
         * Properties of an EpochRecord.
         * @deprecated Use permafrost.v1.EpochRecord.$Properties instead.
         */
        interface IEpochRecord extends permafrost.v1.EpochRecord.$Properties {
        }

        /** Represents an EpochRecord. */
        class EpochRecord {

            /**
             * Constructs a new EpochRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.EpochRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EpochRecord proposal. */
            proposal: Uint8Array;

            /** EpochRecord attempt. */
            attempt: (number|Long);

            /** EpochRecord without. */
            without: Uint8Array[];

            /** EpochRecord joins. */
            joins: Uint8Array[];

            /** EpochRecord certs. */
            certs: Uint8Array[];

            /** EpochRecord transcript. */
            transcript: Uint8Array;

            /** EpochRecord activation. */
            activation: permafrost.v1.ActivationCertificate;

            /**
             * Creates a new EpochRecord instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EpochRecord instance
             */
            static create(properties: permafrost.v1.EpochRecord.$Shape): permafrost.v1.EpochRecord & permafrost.v1.EpochRecord.$Shape;
            static create(properties?: permafrost.v1.EpochRecord.$Properties): permafrost.v1.EpochRecord;

            /**
             * Encodes the specified EpochRecord message. Does not implicitly {@link permafrost.v1.EpochRecord.verify|verify} messages.
             * @param message EpochRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.EpochRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EpochRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochRecord & permafrost.v1.EpochRecord.$Shape} EpochRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.EpochRecord & permafrost.v1.EpochRecord.$Shape;
        }

        namespace EpochRecord {

            /** Properties of an EpochRecord. */
            interface $Properties {

                /** EpochRecord proposal */
                proposal?: Uint8Array;

                /** EpochRecord attempt */
                attempt?: (number|Long);

                /** EpochRecord without */
                without?: Uint8Array[];

                /** EpochRecord joins */
                joins?: Uint8Array[];

                /** EpochRecord certs */
                certs?: Uint8Array[];

                /** EpochRecord transcript */
                transcript?: Uint8Array;

                /** EpochRecord activation */
                activation?: permafrost.v1.ActivationCertificate.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EpochRecord. */
            type $Shape = permafrost.v1.EpochRecord.$Properties;
        }

        /**
         * Properties of a Lineage.
         * @deprecated Use permafrost.v1.Lineage.$Properties instead.
         */
        interface ILineage extends permafrost.v1.Lineage.$Properties {
        }

        /** Represents a Lineage. */
        class Lineage {

            /**
             * Constructs a new Lineage.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Lineage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Lineage epochs. */
            epochs: permafrost.v1.EpochRecord[];

            /**
             * Creates a new Lineage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Lineage instance
             */
            static create(properties: permafrost.v1.Lineage.$Shape): permafrost.v1.Lineage & permafrost.v1.Lineage.$Shape;
            static create(properties?: permafrost.v1.Lineage.$Properties): permafrost.v1.Lineage;

            /**
             * Encodes the specified Lineage message. Does not implicitly {@link permafrost.v1.Lineage.verify|verify} messages.
             * @param message Lineage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Lineage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Lineage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Lineage & permafrost.v1.Lineage.$Shape} Lineage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Lineage & permafrost.v1.Lineage.$Shape;
        }

        namespace Lineage {

            /** Properties of a Lineage. */
            interface $Properties {

                /** Lineage epochs */
                epochs?: permafrost.v1.EpochRecord.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Lineage. */
            type $Shape = permafrost.v1.Lineage.$Properties;
        }

        /**
         * Properties of a Statement.
         * @deprecated Use permafrost.v1.Statement.$Properties instead.
         */
        interface IStatement extends permafrost.v1.Statement.$Properties {
        }

        /** Represents a Statement. */
        class Statement {

            /**
             * Constructs a new Statement.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Statement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Statement verb. */
            verb: string;

            /** Statement proposalHash. */
            proposalHash: Uint8Array;

            /** Statement hostPub. */
            hostPub: Uint8Array;

            /** Statement operatorPub. */
            operatorPub: Uint8Array;

            /** Statement operatorSignature. */
            operatorSignature: Uint8Array;

            /** Statement hostSignature. */
            hostSignature: Uint8Array;

            /**
             * Creates a new Statement instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Statement instance
             */
            static create(properties: permafrost.v1.Statement.$Shape): permafrost.v1.Statement & permafrost.v1.Statement.$Shape;
            static create(properties?: permafrost.v1.Statement.$Properties): permafrost.v1.Statement;

            /**
             * Encodes the specified Statement message. Does not implicitly {@link permafrost.v1.Statement.verify|verify} messages.
             * @param message Statement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Statement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Statement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Statement & permafrost.v1.Statement.$Shape} Statement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Statement & permafrost.v1.Statement.$Shape;
        }

        namespace Statement {

            /** Properties of a Statement. */
            interface $Properties {

                /** Statement verb */
                verb?: string;

                /** Statement proposalHash */
                proposalHash?: Uint8Array;

                /** Statement hostPub */
                hostPub?: Uint8Array;

                /** Statement operatorPub */
                operatorPub?: Uint8Array;

                /** Statement operatorSignature */
                operatorSignature?: Uint8Array;

                /** Statement hostSignature */
                hostSignature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Statement. */
            type $Shape = permafrost.v1.Statement.$Properties;
        }

        /**
         * Properties of a ProposalState.
         * @deprecated Use permafrost.v1.ProposalState.$Properties instead.
         */
        interface IProposalState extends permafrost.v1.ProposalState.$Properties {
        }

        /** Represents a ProposalState. */
        class ProposalState {

            /**
             * Constructs a new ProposalState.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ProposalState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProposalState proposal. */
            proposal: Uint8Array;

            /** ProposalState statements. */
            statements: permafrost.v1.Statement[];

            /** ProposalState starts. */
            starts: permafrost.v1.Start[];

            /**
             * Creates a new ProposalState instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProposalState instance
             */
            static create(properties: permafrost.v1.ProposalState.$Shape): permafrost.v1.ProposalState & permafrost.v1.ProposalState.$Shape;
            static create(properties?: permafrost.v1.ProposalState.$Properties): permafrost.v1.ProposalState;

            /**
             * Encodes the specified ProposalState message. Does not implicitly {@link permafrost.v1.ProposalState.verify|verify} messages.
             * @param message ProposalState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ProposalState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposalState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalState & permafrost.v1.ProposalState.$Shape} ProposalState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ProposalState & permafrost.v1.ProposalState.$Shape;
        }

        namespace ProposalState {

            /** Properties of a ProposalState. */
            interface $Properties {

                /** ProposalState proposal */
                proposal?: Uint8Array;

                /** ProposalState statements */
                statements?: permafrost.v1.Statement.$Properties[];

                /** ProposalState starts */
                starts?: permafrost.v1.Start.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposalState. */
            type $Shape = permafrost.v1.ProposalState.$Properties;
        }

        /**
         * Properties of a Start.
         * @deprecated Use permafrost.v1.Start.$Properties instead.
         */
        interface IStart extends permafrost.v1.Start.$Properties {
        }

        /** Represents a Start. */
        class Start {

            /**
             * Constructs a new Start.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Start.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Start proposalHash. */
            proposalHash: Uint8Array;

            /** Start attempt. */
            attempt: (number|Long);

            /** Start without. */
            without: Uint8Array[];

            /** Start hostPub. */
            hostPub: Uint8Array;

            /** Start signature. */
            signature: Uint8Array;

            /**
             * Creates a new Start instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Start instance
             */
            static create(properties: permafrost.v1.Start.$Shape): permafrost.v1.Start & permafrost.v1.Start.$Shape;
            static create(properties?: permafrost.v1.Start.$Properties): permafrost.v1.Start;

            /**
             * Encodes the specified Start message. Does not implicitly {@link permafrost.v1.Start.verify|verify} messages.
             * @param message Start message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Start.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Start message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Start & permafrost.v1.Start.$Shape} Start
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Start & permafrost.v1.Start.$Shape;
        }

        namespace Start {

            /** Properties of a Start. */
            interface $Properties {

                /** Start proposalHash */
                proposalHash?: Uint8Array;

                /** Start attempt */
                attempt?: (number|Long);

                /** Start without */
                without?: Uint8Array[];

                /** Start hostPub */
                hostPub?: Uint8Array;

                /** Start signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Start. */
            type $Shape = permafrost.v1.Start.$Properties;
        }

        /**
         * Properties of a Boot.
         * @deprecated Use permafrost.v1.Boot.$Properties instead.
         */
        interface IBoot extends permafrost.v1.Boot.$Properties {
        }

        /** Represents a Boot. */
        class Boot {

            /**
             * Constructs a new Boot.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Boot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Boot hostPub. */
            hostPub: Uint8Array;

            /** Boot bootId. */
            bootId: Uint8Array;

            /** Boot counter. */
            counter: (number|Long);

            /** Boot signature. */
            signature: Uint8Array;

            /**
             * Creates a new Boot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Boot instance
             */
            static create(properties: permafrost.v1.Boot.$Shape): permafrost.v1.Boot & permafrost.v1.Boot.$Shape;
            static create(properties?: permafrost.v1.Boot.$Properties): permafrost.v1.Boot;

            /**
             * Encodes the specified Boot message. Does not implicitly {@link permafrost.v1.Boot.verify|verify} messages.
             * @param message Boot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Boot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Boot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Boot & permafrost.v1.Boot.$Shape} Boot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Boot & permafrost.v1.Boot.$Shape;
        }

        namespace Boot {

            /** Properties of a Boot. */
            interface $Properties {

                /** Boot hostPub */
                hostPub?: Uint8Array;

                /** Boot bootId */
                bootId?: Uint8Array;

                /** Boot counter */
                counter?: (number|Long);

                /** Boot signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Boot. */
            type $Shape = permafrost.v1.Boot.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use permafrost.v1.Hello.$Properties instead.
         */
        interface IHello extends permafrost.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello version. */
            version: number;

            /** Hello versionMin. */
            versionMin: number;

            /** Hello software. */
            software: string;

            /** Hello timeMs. */
            timeMs: (number|Long);

            /** Hello boot. */
            boot: permafrost.v1.Boot;

            /** Hello seen. */
            seen: permafrost.v1.Boot;

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: permafrost.v1.Hello.$Shape): permafrost.v1.Hello & permafrost.v1.Hello.$Shape;
            static create(properties?: permafrost.v1.Hello.$Properties): permafrost.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link permafrost.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Hello & permafrost.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Hello & permafrost.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello version */
                version?: number;

                /** Hello versionMin */
                versionMin?: number;

                /** Hello software */
                software?: string;

                /** Hello timeMs */
                timeMs?: (number|Long);

                /** Hello boot */
                boot?: permafrost.v1.Boot.$Properties;

                /** Hello seen */
                seen?: permafrost.v1.Boot.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = permafrost.v1.Hello.$Properties;
        }

        /**
         * Properties of a KeyStatus.
         * @deprecated Use permafrost.v1.KeyStatus.$Properties instead.
         */
        interface IKeyStatus extends permafrost.v1.KeyStatus.$Properties {
        }

        /** Represents a KeyStatus. */
        class KeyStatus {

            /**
             * Constructs a new KeyStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyStatus keyId. */
            keyId: Uint8Array;

            /** KeyStatus epochId. */
            epochId: Uint8Array;

            /** KeyStatus ceremonyAttempt. */
            ceremonyAttempt: (number|Long);

            /** KeyStatus state. */
            state: string;

            /** KeyStatus cert. */
            cert: Uint8Array;

            /** KeyStatus stored. */
            stored: Uint8Array;

            /** KeyStatus certsMissing. */
            certsMissing: number[];

            /** KeyStatus storedMissing. */
            storedMissing: number[];

            /** KeyStatus testSignature. */
            testSignature: Uint8Array;

            /** KeyStatus settled. */
            settled: boolean;

            /**
             * Creates a new KeyStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyStatus instance
             */
            static create(properties: permafrost.v1.KeyStatus.$Shape): permafrost.v1.KeyStatus & permafrost.v1.KeyStatus.$Shape;
            static create(properties?: permafrost.v1.KeyStatus.$Properties): permafrost.v1.KeyStatus;

            /**
             * Encodes the specified KeyStatus message. Does not implicitly {@link permafrost.v1.KeyStatus.verify|verify} messages.
             * @param message KeyStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyStatus & permafrost.v1.KeyStatus.$Shape} KeyStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyStatus & permafrost.v1.KeyStatus.$Shape;
        }

        namespace KeyStatus {

            /** Properties of a KeyStatus. */
            interface $Properties {

                /** KeyStatus keyId */
                keyId?: Uint8Array;

                /** KeyStatus epochId */
                epochId?: Uint8Array;

                /** KeyStatus ceremonyAttempt */
                ceremonyAttempt?: (number|Long);

                /** KeyStatus state */
                state?: string;

                /** KeyStatus cert */
                cert?: Uint8Array;

                /** KeyStatus stored */
                stored?: Uint8Array;

                /** KeyStatus certsMissing */
                certsMissing?: number[];

                /** KeyStatus storedMissing */
                storedMissing?: number[];

                /** KeyStatus testSignature */
                testSignature?: Uint8Array;

                /** KeyStatus settled */
                settled?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyStatus. */
            type $Shape = permafrost.v1.KeyStatus.$Properties;
        }

        /**
         * Properties of a KeyRecords.
         * @deprecated Use permafrost.v1.KeyRecords.$Properties instead.
         */
        interface IKeyRecords extends permafrost.v1.KeyRecords.$Properties {
        }

        /** Represents a KeyRecords. */
        class KeyRecords {

            /**
             * Constructs a new KeyRecords.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyRecords.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyRecords keyId. */
            keyId: Uint8Array;

            /** KeyRecords envelopes. */
            envelopes: Uint8Array[];

            /**
             * Creates a new KeyRecords instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyRecords instance
             */
            static create(properties: permafrost.v1.KeyRecords.$Shape): permafrost.v1.KeyRecords & permafrost.v1.KeyRecords.$Shape;
            static create(properties?: permafrost.v1.KeyRecords.$Properties): permafrost.v1.KeyRecords;

            /**
             * Encodes the specified KeyRecords message. Does not implicitly {@link permafrost.v1.KeyRecords.verify|verify} messages.
             * @param message KeyRecords message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyRecords.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyRecords message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyRecords & permafrost.v1.KeyRecords.$Shape} KeyRecords
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyRecords & permafrost.v1.KeyRecords.$Shape;
        }

        namespace KeyRecords {

            /** Properties of a KeyRecords. */
            interface $Properties {

                /** KeyRecords keyId */
                keyId?: Uint8Array;

                /** KeyRecords envelopes */
                envelopes?: Uint8Array[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyRecords. */
            type $Shape = permafrost.v1.KeyRecords.$Properties;
        }

        /**
         * Properties of an Oath.
         * @deprecated Use permafrost.v1.Oath.$Properties instead.
         */
        interface IOath extends permafrost.v1.Oath.$Properties {
        }

        /** Represents an Oath. */
        class Oath {

            /**
             * Constructs a new Oath.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Oath.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Oath hostPub. */
            hostPub: Uint8Array;

            /** Oath signature. */
            signature: Uint8Array;

            /**
             * Creates a new Oath instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Oath instance
             */
            static create(properties: permafrost.v1.Oath.$Shape): permafrost.v1.Oath & permafrost.v1.Oath.$Shape;
            static create(properties?: permafrost.v1.Oath.$Properties): permafrost.v1.Oath;

            /**
             * Encodes the specified Oath message. Does not implicitly {@link permafrost.v1.Oath.verify|verify} messages.
             * @param message Oath message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Oath.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Oath message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Oath & permafrost.v1.Oath.$Shape} Oath
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Oath & permafrost.v1.Oath.$Shape;
        }

        namespace Oath {

            /** Properties of an Oath. */
            interface $Properties {

                /** Oath hostPub */
                hostPub?: Uint8Array;

                /** Oath signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Oath. */
            type $Shape = permafrost.v1.Oath.$Properties;
        }

        /**
         * Properties of an Oaths.
         * @deprecated Use permafrost.v1.Oaths.$Properties instead.
         */
        interface IOaths extends permafrost.v1.Oaths.$Properties {
        }

        /** Represents an Oaths. */
        class Oaths {

            /**
             * Constructs a new Oaths.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Oaths.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Oaths keyId. */
            keyId: Uint8Array;

            /** Oaths oaths. */
            oaths: permafrost.v1.Oath[];

            /** Oaths destroyed. */
            destroyed: boolean;

            /**
             * Creates a new Oaths instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Oaths instance
             */
            static create(properties: permafrost.v1.Oaths.$Shape): permafrost.v1.Oaths & permafrost.v1.Oaths.$Shape;
            static create(properties?: permafrost.v1.Oaths.$Properties): permafrost.v1.Oaths;

            /**
             * Encodes the specified Oaths message. Does not implicitly {@link permafrost.v1.Oaths.verify|verify} messages.
             * @param message Oaths message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Oaths.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Oaths message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Oaths & permafrost.v1.Oaths.$Shape} Oaths
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Oaths & permafrost.v1.Oaths.$Shape;
        }

        namespace Oaths {

            /** Properties of an Oaths. */
            interface $Properties {

                /** Oaths keyId */
                keyId?: Uint8Array;

                /** Oaths oaths */
                oaths?: permafrost.v1.Oath.$Properties[];

                /** Oaths destroyed */
                destroyed?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Oaths. */
            type $Shape = permafrost.v1.Oaths.$Properties;
        }

        /**
         * Properties of a CeremonyReport.
         * @deprecated Use permafrost.v1.CeremonyReport.$Properties instead.
         */
        interface ICeremonyReport extends permafrost.v1.CeremonyReport.$Properties {
        }

        /** Represents a CeremonyReport. */
        class CeremonyReport {

            /**
             * Constructs a new CeremonyReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.CeremonyReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CeremonyReport proposalHash. */
            proposalHash: Uint8Array;

            /** CeremonyReport attempt. */
            attempt: (number|Long);

            /** CeremonyReport stage. */
            stage: string;

            /** CeremonyReport hosts. */
            hosts: Uint8Array[];

            /** CeremonyReport code. */
            code: string;

            /**
             * Creates a new CeremonyReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CeremonyReport instance
             */
            static create(properties: permafrost.v1.CeremonyReport.$Shape): permafrost.v1.CeremonyReport & permafrost.v1.CeremonyReport.$Shape;
            static create(properties?: permafrost.v1.CeremonyReport.$Properties): permafrost.v1.CeremonyReport;

            /**
             * Encodes the specified CeremonyReport message. Does not implicitly {@link permafrost.v1.CeremonyReport.verify|verify} messages.
             * @param message CeremonyReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.CeremonyReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CeremonyReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.CeremonyReport & permafrost.v1.CeremonyReport.$Shape} CeremonyReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.CeremonyReport & permafrost.v1.CeremonyReport.$Shape;
        }

        namespace CeremonyReport {

            /** Properties of a CeremonyReport. */
            interface $Properties {

                /** CeremonyReport proposalHash */
                proposalHash?: Uint8Array;

                /** CeremonyReport attempt */
                attempt?: (number|Long);

                /** CeremonyReport stage */
                stage?: string;

                /** CeremonyReport hosts */
                hosts?: Uint8Array[];

                /** CeremonyReport code */
                code?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CeremonyReport. */
            type $Shape = permafrost.v1.CeremonyReport.$Properties;
        }

        /**
         * Properties of a SignResume.
         * @deprecated Use permafrost.v1.SignResume.$Properties instead.
         */
        interface ISignResume extends permafrost.v1.SignResume.$Properties {
        }

        /** Represents a SignResume. */
        class SignResume {

            /**
             * Constructs a new SignResume.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignResume.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignResume keyId. */
            keyId: Uint8Array;

            /** SignResume answers. */
            answers: boolean;

            /** SignResume signature. */
            signature: Uint8Array;

            /** SignResume signers. */
            signers: number[];

            /** SignResume attempts. */
            attempts: permafrost.v1.HeldAttempt[];

            /**
             * Creates a new SignResume instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignResume instance
             */
            static create(properties: permafrost.v1.SignResume.$Shape): permafrost.v1.SignResume & permafrost.v1.SignResume.$Shape;
            static create(properties?: permafrost.v1.SignResume.$Properties): permafrost.v1.SignResume;

            /**
             * Encodes the specified SignResume message. Does not implicitly {@link permafrost.v1.SignResume.verify|verify} messages.
             * @param message SignResume message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignResume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignResume message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignResume & permafrost.v1.SignResume.$Shape} SignResume
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignResume & permafrost.v1.SignResume.$Shape;
        }

        namespace SignResume {

            /** Properties of a SignResume. */
            interface $Properties {

                /** SignResume keyId */
                keyId?: Uint8Array;

                /** SignResume answers */
                answers?: boolean;

                /** SignResume signature */
                signature?: Uint8Array;

                /** SignResume signers */
                signers?: number[];

                /** SignResume attempts */
                attempts?: permafrost.v1.HeldAttempt.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignResume. */
            type $Shape = permafrost.v1.SignResume.$Properties;
        }

        /**
         * Properties of a HeldAttempt.
         * @deprecated Use permafrost.v1.HeldAttempt.$Properties instead.
         */
        interface IHeldAttempt extends permafrost.v1.HeldAttempt.$Properties {
        }

        /** Represents a HeldAttempt. */
        class HeldAttempt {

            /**
             * Constructs a new HeldAttempt.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.HeldAttempt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HeldAttempt signers. */
            signers: number[];

            /** HeldAttempt hiding. */
            hiding: Uint8Array[];

            /** HeldAttempt binding. */
            binding: Uint8Array[];

            /** HeldAttempt coordinator. */
            coordinator: number;

            /** HeldAttempt coordinatorShare. */
            coordinatorShare: Uint8Array;

            /** HeldAttempt share. */
            share: Uint8Array;

            /**
             * Creates a new HeldAttempt instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HeldAttempt instance
             */
            static create(properties: permafrost.v1.HeldAttempt.$Shape): permafrost.v1.HeldAttempt & permafrost.v1.HeldAttempt.$Shape;
            static create(properties?: permafrost.v1.HeldAttempt.$Properties): permafrost.v1.HeldAttempt;

            /**
             * Encodes the specified HeldAttempt message. Does not implicitly {@link permafrost.v1.HeldAttempt.verify|verify} messages.
             * @param message HeldAttempt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.HeldAttempt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HeldAttempt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.HeldAttempt & permafrost.v1.HeldAttempt.$Shape} HeldAttempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.HeldAttempt & permafrost.v1.HeldAttempt.$Shape;
        }

        namespace HeldAttempt {

            /** Properties of a HeldAttempt. */
            interface $Properties {

                /** HeldAttempt signers */
                signers?: number[];

                /** HeldAttempt hiding */
                hiding?: Uint8Array[];

                /** HeldAttempt binding */
                binding?: Uint8Array[];

                /** HeldAttempt coordinator */
                coordinator?: number;

                /** HeldAttempt coordinatorShare */
                coordinatorShare?: Uint8Array;

                /** HeldAttempt share */
                share?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HeldAttempt. */
            type $Shape = permafrost.v1.HeldAttempt.$Properties;
        }

        /**
         * Properties of a SignCancel.
         * @deprecated Use permafrost.v1.SignCancel.$Properties instead.
         */
        interface ISignCancel extends permafrost.v1.SignCancel.$Properties {
        }

        /** Represents a SignCancel. */
        class SignCancel {

            /**
             * Constructs a new SignCancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignCancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignCancel requestId. */
            requestId: Uint8Array;

            /** SignCancel keyId. */
            keyId: Uint8Array;

            /** SignCancel requester. */
            requester: Uint8Array;

            /** SignCancel signature. */
            signature: Uint8Array;

            /**
             * Creates a new SignCancel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignCancel instance
             */
            static create(properties: permafrost.v1.SignCancel.$Shape): permafrost.v1.SignCancel & permafrost.v1.SignCancel.$Shape;
            static create(properties?: permafrost.v1.SignCancel.$Properties): permafrost.v1.SignCancel;

            /**
             * Encodes the specified SignCancel message. Does not implicitly {@link permafrost.v1.SignCancel.verify|verify} messages.
             * @param message SignCancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignCancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignCancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCancel & permafrost.v1.SignCancel.$Shape} SignCancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignCancel & permafrost.v1.SignCancel.$Shape;
        }

        namespace SignCancel {

            /** Properties of a SignCancel. */
            interface $Properties {

                /** SignCancel requestId */
                requestId?: Uint8Array;

                /** SignCancel keyId */
                keyId?: Uint8Array;

                /** SignCancel requester */
                requester?: Uint8Array;

                /** SignCancel signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignCancel. */
            type $Shape = permafrost.v1.SignCancel.$Properties;
        }

        /**
         * Properties of a SignCancelled.
         * @deprecated Use permafrost.v1.SignCancelled.$Properties instead.
         */
        interface ISignCancelled extends permafrost.v1.SignCancelled.$Properties {
        }

        /** Represents a SignCancelled. */
        class SignCancelled {

            /**
             * Constructs a new SignCancelled.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignCancelled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignCancelled requestId. */
            requestId: Uint8Array;

            /** SignCancelled sinceMs. */
            sinceMs: (number|Long);

            /** SignCancelled signature. */
            signature: Uint8Array;

            /** SignCancelled requester. */
            requester: Uint8Array;

            /**
             * Creates a new SignCancelled instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignCancelled instance
             */
            static create(properties: permafrost.v1.SignCancelled.$Shape): permafrost.v1.SignCancelled & permafrost.v1.SignCancelled.$Shape;
            static create(properties?: permafrost.v1.SignCancelled.$Properties): permafrost.v1.SignCancelled;

            /**
             * Encodes the specified SignCancelled message. Does not implicitly {@link permafrost.v1.SignCancelled.verify|verify} messages.
             * @param message SignCancelled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignCancelled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignCancelled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCancelled & permafrost.v1.SignCancelled.$Shape} SignCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignCancelled & permafrost.v1.SignCancelled.$Shape;
        }

        namespace SignCancelled {

            /** Properties of a SignCancelled. */
            interface $Properties {

                /** SignCancelled requestId */
                requestId?: Uint8Array;

                /** SignCancelled sinceMs */
                sinceMs?: (number|Long);

                /** SignCancelled signature */
                signature?: Uint8Array;

                /** SignCancelled requester */
                requester?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignCancelled. */
            type $Shape = permafrost.v1.SignCancelled.$Properties;
        }

        /**
         * Properties of a StoredCancel.
         * @deprecated Use permafrost.v1.StoredCancel.$Properties instead.
         */
        interface IStoredCancel extends permafrost.v1.StoredCancel.$Properties {
        }

        /** Represents a StoredCancel. */
        class StoredCancel {

            /**
             * Constructs a new StoredCancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredCancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredCancel requestId. */
            requestId: Uint8Array;

            /** StoredCancel requester. */
            requester: Uint8Array;

            /** StoredCancel untilMs. */
            untilMs: (number|Long);

            /**
             * Creates a new StoredCancel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredCancel instance
             */
            static create(properties: permafrost.v1.StoredCancel.$Shape): permafrost.v1.StoredCancel & permafrost.v1.StoredCancel.$Shape;
            static create(properties?: permafrost.v1.StoredCancel.$Properties): permafrost.v1.StoredCancel;

            /**
             * Encodes the specified StoredCancel message. Does not implicitly {@link permafrost.v1.StoredCancel.verify|verify} messages.
             * @param message StoredCancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredCancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredCancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredCancel & permafrost.v1.StoredCancel.$Shape} StoredCancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredCancel & permafrost.v1.StoredCancel.$Shape;
        }

        namespace StoredCancel {

            /** Properties of a StoredCancel. */
            interface $Properties {

                /** StoredCancel requestId */
                requestId?: Uint8Array;

                /** StoredCancel requester */
                requester?: Uint8Array;

                /** StoredCancel untilMs */
                untilMs?: (number|Long);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredCancel. */
            type $Shape = permafrost.v1.StoredCancel.$Properties;
        }

        /**
         * Properties of a RpcRequest.
         * @deprecated Use permafrost.v1.RpcRequest.$Properties instead.
         */
        interface IRpcRequest extends permafrost.v1.RpcRequest.$Properties {
        }

        /** Represents a RpcRequest. */
        class RpcRequest {

            /**
             * Constructs a new RpcRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.RpcRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RpcRequest nodeInfo. */
            nodeInfo: (permafrost.v1.NodeInfoRequest|null);

            /** RpcRequest nodeStatus. */
            nodeStatus: (permafrost.v1.NodeStatusRequest|null);

            /** RpcRequest keyList. */
            keyList: (permafrost.v1.KeyListRequest|null);

            /** RpcRequest keyGet. */
            keyGet: (permafrost.v1.KeyGetRequest|null);

            /** RpcRequest signSubmit. */
            signSubmit: (permafrost.v1.SignSubmitRequest|null);

            /** RpcRequest signGet. */
            signGet: (permafrost.v1.SignGetRequest|null);

            /** RpcRequest proposalSubmit. */
            proposalSubmit: (permafrost.v1.ProposalSubmitRequest|null);

            /** RpcRequest proposalList. */
            proposalList: (permafrost.v1.ProposalListRequest|null);

            /** RpcRequest proposalDecide. */
            proposalDecide: (permafrost.v1.ProposalDecideRequest|null);

            /** RpcRequest proposalWatch. */
            proposalWatch: (permafrost.v1.ProposalWatchRequest|null);

            /** RpcRequest rosterGet. */
            rosterGet: (permafrost.v1.RosterGetRequest|null);

            /** RpcRequest signCancel. */
            signCancel: (permafrost.v1.SignCancel|null);

            /** RpcRequest keyDerive. */
            keyDerive: (permafrost.v1.KeyDeriveRequest|null);

            /** RpcRequest method. */
            method?: ("nodeInfo"|"nodeStatus"|"keyList"|"keyGet"|"signSubmit"|"signGet"|"proposalSubmit"|"proposalList"|"proposalDecide"|"proposalWatch"|"rosterGet"|"signCancel"|"keyDerive");

            /**
             * Creates a new RpcRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RpcRequest instance
             */
            static create(properties: permafrost.v1.RpcRequest.$Shape): permafrost.v1.RpcRequest & permafrost.v1.RpcRequest.$Shape;
            static create(properties?: permafrost.v1.RpcRequest.$Properties): permafrost.v1.RpcRequest;

            /**
             * Encodes the specified RpcRequest message. Does not implicitly {@link permafrost.v1.RpcRequest.verify|verify} messages.
             * @param message RpcRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.RpcRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RpcRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.RpcRequest & permafrost.v1.RpcRequest.$Shape} RpcRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.RpcRequest & permafrost.v1.RpcRequest.$Shape;
        }

        namespace RpcRequest {

            /** Properties of a RpcRequest. */
            interface $Properties {

                /** RpcRequest nodeInfo */
                nodeInfo?: (permafrost.v1.NodeInfoRequest.$Properties|null);

                /** RpcRequest nodeStatus */
                nodeStatus?: (permafrost.v1.NodeStatusRequest.$Properties|null);

                /** RpcRequest keyList */
                keyList?: (permafrost.v1.KeyListRequest.$Properties|null);

                /** RpcRequest keyGet */
                keyGet?: (permafrost.v1.KeyGetRequest.$Properties|null);

                /** RpcRequest signSubmit */
                signSubmit?: (permafrost.v1.SignSubmitRequest.$Properties|null);

                /** RpcRequest signGet */
                signGet?: (permafrost.v1.SignGetRequest.$Properties|null);

                /** RpcRequest proposalSubmit */
                proposalSubmit?: (permafrost.v1.ProposalSubmitRequest.$Properties|null);

                /** RpcRequest proposalList */
                proposalList?: (permafrost.v1.ProposalListRequest.$Properties|null);

                /** RpcRequest proposalDecide */
                proposalDecide?: (permafrost.v1.ProposalDecideRequest.$Properties|null);

                /** RpcRequest proposalWatch */
                proposalWatch?: (permafrost.v1.ProposalWatchRequest.$Properties|null);

                /** RpcRequest rosterGet */
                rosterGet?: (permafrost.v1.RosterGetRequest.$Properties|null);

                /** RpcRequest signCancel */
                signCancel?: (permafrost.v1.SignCancel.$Properties|null);

                /** RpcRequest keyDerive */
                keyDerive?: (permafrost.v1.KeyDeriveRequest.$Properties|null);

                /** RpcRequest method */
                method?: ("nodeInfo"|"nodeStatus"|"keyList"|"keyGet"|"signSubmit"|"signGet"|"proposalSubmit"|"proposalList"|"proposalDecide"|"proposalWatch"|"rosterGet"|"signCancel"|"keyDerive");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a RpcRequest. */
            type $Shape = {
              nodeInfo?: permafrost.v1.NodeInfoRequest.$Shape|null;
              nodeStatus?: permafrost.v1.NodeStatusRequest.$Shape|null;
              keyList?: permafrost.v1.KeyListRequest.$Shape|null;
              keyGet?: permafrost.v1.KeyGetRequest.$Shape|null;
              signSubmit?: permafrost.v1.SignSubmitRequest.$Shape|null;
              signGet?: permafrost.v1.SignGetRequest.$Shape|null;
              proposalSubmit?: permafrost.v1.ProposalSubmitRequest.$Shape|null;
              proposalList?: permafrost.v1.ProposalListRequest.$Shape|null;
              proposalDecide?: permafrost.v1.ProposalDecideRequest.$Shape|null;
              proposalWatch?: permafrost.v1.ProposalWatchRequest.$Shape|null;
              rosterGet?: permafrost.v1.RosterGetRequest.$Shape|null;
              signCancel?: permafrost.v1.SignCancel.$Shape|null;
              keyDerive?: permafrost.v1.KeyDeriveRequest.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ method?: undefined; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "nodeInfo"; nodeInfo: permafrost.v1.NodeInfoRequest.$Shape; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "nodeStatus"; nodeInfo?: null; nodeStatus: permafrost.v1.NodeStatusRequest.$Shape; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "keyList"; nodeInfo?: null; nodeStatus?: null; keyList: permafrost.v1.KeyListRequest.$Shape; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "keyGet"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet: permafrost.v1.KeyGetRequest.$Shape; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "signSubmit"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit: permafrost.v1.SignSubmitRequest.$Shape; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "signGet"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet: permafrost.v1.SignGetRequest.$Shape; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalSubmit"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit: permafrost.v1.ProposalSubmitRequest.$Shape; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalList"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList: permafrost.v1.ProposalListRequest.$Shape; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalDecide"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide: permafrost.v1.ProposalDecideRequest.$Shape; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalWatch"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch: permafrost.v1.ProposalWatchRequest.$Shape; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "rosterGet"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet: permafrost.v1.RosterGetRequest.$Shape; signCancel?: null; keyDerive?: null }|{ method?: "signCancel"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel: permafrost.v1.SignCancel.$Shape; keyDerive?: null }|{ method?: "keyDerive"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive: permafrost.v1.KeyDeriveRequest.$Shape })
            );
        }

        /**
         * Properties of a RpcResponse.
         * @deprecated Use permafrost.v1.RpcResponse.$Properties instead.
         */
        interface IRpcResponse extends permafrost.v1.RpcResponse.$Properties {
        }

        /** Represents a RpcResponse. */
        class RpcResponse {

            /**
             * Constructs a new RpcResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.RpcResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RpcResponse error. */
            error: (permafrost.v1.RpcError|null);

            /** RpcResponse nodeInfo. */
            nodeInfo: (permafrost.v1.NodeInfo|null);

            /** RpcResponse nodeStatus. */
            nodeStatus: (permafrost.v1.NodeStatus|null);

            /** RpcResponse keyList. */
            keyList: (permafrost.v1.KeyList|null);

            /** RpcResponse key. */
            key: (permafrost.v1.KeyInfo|null);

            /** RpcResponse sign. */
            sign: (permafrost.v1.SignProgress|null);

            /** RpcResponse proposalList. */
            proposalList: (permafrost.v1.ProposalList|null);

            /** RpcResponse proposal. */
            proposal: (permafrost.v1.ProposalInfo|null);

            /** RpcResponse ceremony. */
            ceremony: (permafrost.v1.CeremonyProgress|null);

            /** RpcResponse roster. */
            roster: (permafrost.v1.RosterDocument|null);

            /** RpcResponse cancelled. */
            cancelled: (permafrost.v1.SignCancelResult|null);

            /** RpcResponse child. */
            child: (permafrost.v1.KeyChild|null);

            /** RpcResponse result. */
            result?: ("error"|"nodeInfo"|"nodeStatus"|"keyList"|"key"|"sign"|"proposalList"|"proposal"|"ceremony"|"roster"|"cancelled"|"child");

            /**
             * Creates a new RpcResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RpcResponse instance
             */
            static create(properties: permafrost.v1.RpcResponse.$Shape): permafrost.v1.RpcResponse & permafrost.v1.RpcResponse.$Shape;
            static create(properties?: permafrost.v1.RpcResponse.$Properties): permafrost.v1.RpcResponse;

            /**
             * Encodes the specified RpcResponse message. Does not implicitly {@link permafrost.v1.RpcResponse.verify|verify} messages.
             * @param message RpcResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.RpcResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RpcResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.RpcResponse & permafrost.v1.RpcResponse.$Shape} RpcResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.RpcResponse & permafrost.v1.RpcResponse.$Shape;
        }

        namespace RpcResponse {

            /** Properties of a RpcResponse. */
            interface $Properties {

                /** RpcResponse error */
                error?: (permafrost.v1.RpcError.$Properties|null);

                /** RpcResponse nodeInfo */
                nodeInfo?: (permafrost.v1.NodeInfo.$Properties|null);

                /** RpcResponse nodeStatus */
                nodeStatus?: (permafrost.v1.NodeStatus.$Properties|null);

                /** RpcResponse keyList */
                keyList?: (permafrost.v1.KeyList.$Properties|null);

                /** RpcResponse key */
                key?: (permafrost.v1.KeyInfo.$Properties|null);

                /** RpcResponse sign */
                sign?: (permafrost.v1.SignProgress.$Properties|null);

                /** RpcResponse proposalList */
                proposalList?: (permafrost.v1.ProposalList.$Properties|null);

                /** RpcResponse proposal */
                proposal?: (permafrost.v1.ProposalInfo.$Properties|null);

                /** RpcResponse ceremony */
                ceremony?: (permafrost.v1.CeremonyProgress.$Properties|null);

                /** RpcResponse roster */
                roster?: (permafrost.v1.RosterDocument.$Properties|null);

                /** RpcResponse cancelled */
                cancelled?: (permafrost.v1.SignCancelResult.$Properties|null);

                /** RpcResponse child */
                child?: (permafrost.v1.KeyChild.$Properties|null);

                /** RpcResponse result */
                result?: ("error"|"nodeInfo"|"nodeStatus"|"keyList"|"key"|"sign"|"proposalList"|"proposal"|"ceremony"|"roster"|"cancelled"|"child");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a RpcResponse. */
            type $Shape = {
              error?: permafrost.v1.RpcError.$Shape|null;
              nodeInfo?: permafrost.v1.NodeInfo.$Shape|null;
              nodeStatus?: permafrost.v1.NodeStatus.$Shape|null;
              keyList?: permafrost.v1.KeyList.$Shape|null;
              key?: permafrost.v1.KeyInfo.$Shape|null;
              sign?: permafrost.v1.SignProgress.$Shape|null;
              proposalList?: permafrost.v1.ProposalList.$Shape|null;
              proposal?: permafrost.v1.ProposalInfo.$Shape|null;
              ceremony?: permafrost.v1.CeremonyProgress.$Shape|null;
              roster?: permafrost.v1.RosterDocument.$Shape|null;
              cancelled?: permafrost.v1.SignCancelResult.$Shape|null;
              child?: permafrost.v1.KeyChild.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "error"; error: permafrost.v1.RpcError.$Shape; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "nodeInfo"; error?: null; nodeInfo: permafrost.v1.NodeInfo.$Shape; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "nodeStatus"; error?: null; nodeInfo?: null; nodeStatus: permafrost.v1.NodeStatus.$Shape; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "keyList"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList: permafrost.v1.KeyList.$Shape; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "key"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key: permafrost.v1.KeyInfo.$Shape; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "sign"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign: permafrost.v1.SignProgress.$Shape; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "proposalList"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList: permafrost.v1.ProposalList.$Shape; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "proposal"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal: permafrost.v1.ProposalInfo.$Shape; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "ceremony"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony: permafrost.v1.CeremonyProgress.$Shape; roster?: null; cancelled?: null; child?: null }|{ result?: "roster"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster: permafrost.v1.RosterDocument.$Shape; cancelled?: null; child?: null }|{ result?: "cancelled"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled: permafrost.v1.SignCancelResult.$Shape; child?: null }|{ result?: "child"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child: permafrost.v1.KeyChild.$Shape })
            );
        }

        /**
         * Properties of a RpcError.
         * @deprecated Use permafrost.v1.RpcError.$Properties instead.
         */
        interface IRpcError extends permafrost.v1.RpcError.$Properties {
        }

        /** Represents a RpcError. */
        class RpcError {

            /**
             * Constructs a new RpcError.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.RpcError.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RpcError code. */
            code: string;

            /** RpcError message. */
            message: string;

            /** RpcError retryable. */
            retryable: boolean;

            /** RpcError retry. */
            retry: string;

            /** RpcError retryAfterMs. */
            retryAfterMs: number;

            /** RpcError blame. */
            blame: string[];

            /** RpcError hint. */
            hint: string;

            /** RpcError requestId. */
            requestId: string;

            /** RpcError nothingSigned. */
            nothingSigned: string;

            /** RpcError need. */
            need: number;

            /** RpcError have. */
            have: number;

            /** RpcError down. */
            down: string[];

            /**
             * Creates a new RpcError instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RpcError instance
             */
            static create(properties: permafrost.v1.RpcError.$Shape): permafrost.v1.RpcError & permafrost.v1.RpcError.$Shape;
            static create(properties?: permafrost.v1.RpcError.$Properties): permafrost.v1.RpcError;

            /**
             * Encodes the specified RpcError message. Does not implicitly {@link permafrost.v1.RpcError.verify|verify} messages.
             * @param message RpcError message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.RpcError.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RpcError message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.RpcError & permafrost.v1.RpcError.$Shape} RpcError
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.RpcError & permafrost.v1.RpcError.$Shape;
        }

        namespace RpcError {

            /** Properties of a RpcError. */
            interface $Properties {

                /** RpcError code */
                code?: string;

                /** RpcError message */
                message?: string;

                /** RpcError retryable */
                retryable?: boolean;

                /** RpcError retry */
                retry?: string;

                /** RpcError retryAfterMs */
                retryAfterMs?: number;

                /** RpcError blame */
                blame?: string[];

                /** RpcError hint */
                hint?: string;

                /** RpcError requestId */
                requestId?: string;

                /** RpcError nothingSigned */
                nothingSigned?: string;

                /** RpcError need */
                need?: number;

                /** RpcError have */
                have?: number;

                /** RpcError down */
                down?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RpcError. */
            type $Shape = permafrost.v1.RpcError.$Properties;
        }

        /**
         * Properties of a NodeInfoRequest.
         * @deprecated Use permafrost.v1.NodeInfoRequest.$Properties instead.
         */
        interface INodeInfoRequest extends permafrost.v1.NodeInfoRequest.$Properties {
        }

        /** Represents a NodeInfoRequest. */
        class NodeInfoRequest {

            /**
             * Constructs a new NodeInfoRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.NodeInfoRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new NodeInfoRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeInfoRequest instance
             */
            static create(properties: permafrost.v1.NodeInfoRequest.$Shape): permafrost.v1.NodeInfoRequest & permafrost.v1.NodeInfoRequest.$Shape;
            static create(properties?: permafrost.v1.NodeInfoRequest.$Properties): permafrost.v1.NodeInfoRequest;

            /**
             * Encodes the specified NodeInfoRequest message. Does not implicitly {@link permafrost.v1.NodeInfoRequest.verify|verify} messages.
             * @param message NodeInfoRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.NodeInfoRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeInfoRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeInfoRequest & permafrost.v1.NodeInfoRequest.$Shape} NodeInfoRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.NodeInfoRequest & permafrost.v1.NodeInfoRequest.$Shape;
        }

        namespace NodeInfoRequest {

            /** Properties of a NodeInfoRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeInfoRequest. */
            type $Shape = permafrost.v1.NodeInfoRequest.$Properties;
        }

        /**
         * Properties of a NodeInfo.
         * @deprecated Use permafrost.v1.NodeInfo.$Properties instead.
         */
        interface INodeInfo extends permafrost.v1.NodeInfo.$Properties {
        }

        /** Represents a NodeInfo. */
        class NodeInfo {

            /**
             * Constructs a new NodeInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.NodeInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeInfo name. */
            name: string;

            /** NodeInfo software. */
            software: string;

            /** NodeInfo version. */
            version: number;

            /** NodeInfo suites. */
            suites: string[];

            /** NodeInfo backend. */
            backend: string;

            /** NodeInfo pid. */
            pid: number;

            /** NodeInfo uptimeMs. */
            uptimeMs: (number|Long);

            /** NodeInfo hostPub. */
            hostPub: Uint8Array;

            /** NodeInfo cpuMs. */
            cpuMs: (number|Long);

            /**
             * Creates a new NodeInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeInfo instance
             */
            static create(properties: permafrost.v1.NodeInfo.$Shape): permafrost.v1.NodeInfo & permafrost.v1.NodeInfo.$Shape;
            static create(properties?: permafrost.v1.NodeInfo.$Properties): permafrost.v1.NodeInfo;

            /**
             * Encodes the specified NodeInfo message. Does not implicitly {@link permafrost.v1.NodeInfo.verify|verify} messages.
             * @param message NodeInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.NodeInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeInfo & permafrost.v1.NodeInfo.$Shape} NodeInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.NodeInfo & permafrost.v1.NodeInfo.$Shape;
        }

        namespace NodeInfo {

            /** Properties of a NodeInfo. */
            interface $Properties {

                /** NodeInfo name */
                name?: string;

                /** NodeInfo software */
                software?: string;

                /** NodeInfo version */
                version?: number;

                /** NodeInfo suites */
                suites?: string[];

                /** NodeInfo backend */
                backend?: string;

                /** NodeInfo pid */
                pid?: number;

                /** NodeInfo uptimeMs */
                uptimeMs?: (number|Long);

                /** NodeInfo hostPub */
                hostPub?: Uint8Array;

                /** NodeInfo cpuMs */
                cpuMs?: (number|Long);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeInfo. */
            type $Shape = permafrost.v1.NodeInfo.$Properties;
        }

        /**
         * Properties of a NodeStatusRequest.
         * @deprecated Use permafrost.v1.NodeStatusRequest.$Properties instead.
         */
        interface INodeStatusRequest extends permafrost.v1.NodeStatusRequest.$Properties {
        }

        /** Represents a NodeStatusRequest. */
        class NodeStatusRequest {

            /**
             * Constructs a new NodeStatusRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.NodeStatusRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new NodeStatusRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeStatusRequest instance
             */
            static create(properties: permafrost.v1.NodeStatusRequest.$Shape): permafrost.v1.NodeStatusRequest & permafrost.v1.NodeStatusRequest.$Shape;
            static create(properties?: permafrost.v1.NodeStatusRequest.$Properties): permafrost.v1.NodeStatusRequest;

            /**
             * Encodes the specified NodeStatusRequest message. Does not implicitly {@link permafrost.v1.NodeStatusRequest.verify|verify} messages.
             * @param message NodeStatusRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.NodeStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeStatusRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeStatusRequest & permafrost.v1.NodeStatusRequest.$Shape} NodeStatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.NodeStatusRequest & permafrost.v1.NodeStatusRequest.$Shape;
        }

        namespace NodeStatusRequest {

            /** Properties of a NodeStatusRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeStatusRequest. */
            type $Shape = permafrost.v1.NodeStatusRequest.$Properties;
        }

        /**
         * Properties of a LinkInfo.
         * @deprecated Use permafrost.v1.LinkInfo.$Properties instead.
         */
        interface ILinkInfo extends permafrost.v1.LinkInfo.$Properties {
        }

        /** Represents a LinkInfo. */
        class LinkInfo {

            /**
             * Constructs a new LinkInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.LinkInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkInfo name. */
            name: string;

            /** LinkInfo up. */
            up: boolean;

            /** LinkInfo rttMs. */
            rttMs: number;

            /** LinkInfo reason. */
            reason: string;

            /**
             * Creates a new LinkInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LinkInfo instance
             */
            static create(properties: permafrost.v1.LinkInfo.$Shape): permafrost.v1.LinkInfo & permafrost.v1.LinkInfo.$Shape;
            static create(properties?: permafrost.v1.LinkInfo.$Properties): permafrost.v1.LinkInfo;

            /**
             * Encodes the specified LinkInfo message. Does not implicitly {@link permafrost.v1.LinkInfo.verify|verify} messages.
             * @param message LinkInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.LinkInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.LinkInfo & permafrost.v1.LinkInfo.$Shape} LinkInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.LinkInfo & permafrost.v1.LinkInfo.$Shape;
        }

        namespace LinkInfo {

            /** Properties of a LinkInfo. */
            interface $Properties {

                /** LinkInfo name */
                name?: string;

                /** LinkInfo up */
                up?: boolean;

                /** LinkInfo rttMs */
                rttMs?: number;

                /** LinkInfo reason */
                reason?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkInfo. */
            type $Shape = permafrost.v1.LinkInfo.$Properties;
        }

        /**
         * Properties of a KeyReadiness.
         * @deprecated Use permafrost.v1.KeyReadiness.$Properties instead.
         */
        interface IKeyReadiness extends permafrost.v1.KeyReadiness.$Properties {
        }

        /** Represents a KeyReadiness. */
        class KeyReadiness {

            /**
             * Constructs a new KeyReadiness.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyReadiness.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyReadiness name. */
            name: string;

            /** KeyReadiness ready. */
            ready: boolean;

            /** KeyReadiness need. */
            need: number;

            /** KeyReadiness have. */
            have: number;

            /** KeyReadiness down. */
            down: string[];

            /** KeyReadiness why. */
            why: string;

            /**
             * Creates a new KeyReadiness instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyReadiness instance
             */
            static create(properties: permafrost.v1.KeyReadiness.$Shape): permafrost.v1.KeyReadiness & permafrost.v1.KeyReadiness.$Shape;
            static create(properties?: permafrost.v1.KeyReadiness.$Properties): permafrost.v1.KeyReadiness;

            /**
             * Encodes the specified KeyReadiness message. Does not implicitly {@link permafrost.v1.KeyReadiness.verify|verify} messages.
             * @param message KeyReadiness message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyReadiness.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyReadiness message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyReadiness & permafrost.v1.KeyReadiness.$Shape} KeyReadiness
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyReadiness & permafrost.v1.KeyReadiness.$Shape;
        }

        namespace KeyReadiness {

            /** Properties of a KeyReadiness. */
            interface $Properties {

                /** KeyReadiness name */
                name?: string;

                /** KeyReadiness ready */
                ready?: boolean;

                /** KeyReadiness need */
                need?: number;

                /** KeyReadiness have */
                have?: number;

                /** KeyReadiness down */
                down?: string[];

                /** KeyReadiness why */
                why?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyReadiness. */
            type $Shape = permafrost.v1.KeyReadiness.$Properties;
        }

        /**
         * Properties of a BlameEntry.
         * @deprecated Use permafrost.v1.BlameEntry.$Properties instead.
         */
        interface IBlameEntry extends permafrost.v1.BlameEntry.$Properties {
        }

        /** Represents a BlameEntry. */
        class BlameEntry {

            /**
             * Constructs a new BlameEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.BlameEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BlameEntry node. */
            node: string;

            /** BlameEntry code. */
            code: string;

            /** BlameEntry count. */
            count: number;

            /** BlameEntry files. */
            files: string[];

            /**
             * Creates a new BlameEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BlameEntry instance
             */
            static create(properties: permafrost.v1.BlameEntry.$Shape): permafrost.v1.BlameEntry & permafrost.v1.BlameEntry.$Shape;
            static create(properties?: permafrost.v1.BlameEntry.$Properties): permafrost.v1.BlameEntry;

            /**
             * Encodes the specified BlameEntry message. Does not implicitly {@link permafrost.v1.BlameEntry.verify|verify} messages.
             * @param message BlameEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.BlameEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BlameEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.BlameEntry & permafrost.v1.BlameEntry.$Shape} BlameEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.BlameEntry & permafrost.v1.BlameEntry.$Shape;
        }

        namespace BlameEntry {

            /** Properties of a BlameEntry. */
            interface $Properties {

                /** BlameEntry node */
                node?: string;

                /** BlameEntry code */
                code?: string;

                /** BlameEntry count */
                count?: number;

                /** BlameEntry files */
                files?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BlameEntry. */
            type $Shape = permafrost.v1.BlameEntry.$Properties;
        }

        /**
         * Properties of a NodeStatus.
         * @deprecated Use permafrost.v1.NodeStatus.$Properties instead.
         */
        interface INodeStatus extends permafrost.v1.NodeStatus.$Properties {
        }

        /** Represents a NodeStatus. */
        class NodeStatus {

            /**
             * Constructs a new NodeStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.NodeStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeStatus ready. */
            ready: boolean;

            /** NodeStatus node. */
            node: string;

            /** NodeStatus keys. */
            keys: permafrost.v1.KeyReadiness[];

            /** NodeStatus links. */
            links: permafrost.v1.LinkInfo[];

            /** NodeStatus warnings. */
            warnings: string[];

            /** NodeStatus blame. */
            blame: permafrost.v1.BlameEntry[];

            /** NodeStatus nodesUp. */
            nodesUp: number;

            /** NodeStatus nodes. */
            nodes: number;

            /** NodeStatus backend. */
            backend: string;

            /**
             * Creates a new NodeStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeStatus instance
             */
            static create(properties: permafrost.v1.NodeStatus.$Shape): permafrost.v1.NodeStatus & permafrost.v1.NodeStatus.$Shape;
            static create(properties?: permafrost.v1.NodeStatus.$Properties): permafrost.v1.NodeStatus;

            /**
             * Encodes the specified NodeStatus message. Does not implicitly {@link permafrost.v1.NodeStatus.verify|verify} messages.
             * @param message NodeStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.NodeStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeStatus & permafrost.v1.NodeStatus.$Shape} NodeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.NodeStatus & permafrost.v1.NodeStatus.$Shape;
        }

        namespace NodeStatus {

            /** Properties of a NodeStatus. */
            interface $Properties {

                /** NodeStatus ready */
                ready?: boolean;

                /** NodeStatus node */
                node?: string;

                /** NodeStatus keys */
                keys?: permafrost.v1.KeyReadiness.$Properties[];

                /** NodeStatus links */
                links?: permafrost.v1.LinkInfo.$Properties[];

                /** NodeStatus warnings */
                warnings?: string[];

                /** NodeStatus blame */
                blame?: permafrost.v1.BlameEntry.$Properties[];

                /** NodeStatus nodesUp */
                nodesUp?: number;

                /** NodeStatus nodes */
                nodes?: number;

                /** NodeStatus backend */
                backend?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeStatus. */
            type $Shape = permafrost.v1.NodeStatus.$Properties;
        }

        /**
         * Properties of a KeyListRequest.
         * @deprecated Use permafrost.v1.KeyListRequest.$Properties instead.
         */
        interface IKeyListRequest extends permafrost.v1.KeyListRequest.$Properties {
        }

        /** Represents a KeyListRequest. */
        class KeyListRequest {

            /**
             * Constructs a new KeyListRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyListRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new KeyListRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyListRequest instance
             */
            static create(properties: permafrost.v1.KeyListRequest.$Shape): permafrost.v1.KeyListRequest & permafrost.v1.KeyListRequest.$Shape;
            static create(properties?: permafrost.v1.KeyListRequest.$Properties): permafrost.v1.KeyListRequest;

            /**
             * Encodes the specified KeyListRequest message. Does not implicitly {@link permafrost.v1.KeyListRequest.verify|verify} messages.
             * @param message KeyListRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyListRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyListRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyListRequest & permafrost.v1.KeyListRequest.$Shape} KeyListRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyListRequest & permafrost.v1.KeyListRequest.$Shape;
        }

        namespace KeyListRequest {

            /** Properties of a KeyListRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyListRequest. */
            type $Shape = permafrost.v1.KeyListRequest.$Properties;
        }

        /**
         * Properties of a KeyList.
         * @deprecated Use permafrost.v1.KeyList.$Properties instead.
         */
        interface IKeyList extends permafrost.v1.KeyList.$Properties {
        }

        /** Represents a KeyList. */
        class KeyList {

            /**
             * Constructs a new KeyList.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyList keys. */
            keys: permafrost.v1.KeyInfo[];

            /**
             * Creates a new KeyList instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyList instance
             */
            static create(properties: permafrost.v1.KeyList.$Shape): permafrost.v1.KeyList & permafrost.v1.KeyList.$Shape;
            static create(properties?: permafrost.v1.KeyList.$Properties): permafrost.v1.KeyList;

            /**
             * Encodes the specified KeyList message. Does not implicitly {@link permafrost.v1.KeyList.verify|verify} messages.
             * @param message KeyList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyList & permafrost.v1.KeyList.$Shape} KeyList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyList & permafrost.v1.KeyList.$Shape;
        }

        namespace KeyList {

            /** Properties of a KeyList. */
            interface $Properties {

                /** KeyList keys */
                keys?: permafrost.v1.KeyInfo.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyList. */
            type $Shape = permafrost.v1.KeyList.$Properties;
        }

        /**
         * Properties of a KeyGetRequest.
         * @deprecated Use permafrost.v1.KeyGetRequest.$Properties instead.
         */
        interface IKeyGetRequest extends permafrost.v1.KeyGetRequest.$Properties {
        }

        /** Represents a KeyGetRequest. */
        class KeyGetRequest {

            /**
             * Constructs a new KeyGetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyGetRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyGetRequest name. */
            name: string;

            /** KeyGetRequest proof. */
            proof: boolean;

            /** KeyGetRequest lineage. */
            lineage: boolean;

            /**
             * Creates a new KeyGetRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyGetRequest instance
             */
            static create(properties: permafrost.v1.KeyGetRequest.$Shape): permafrost.v1.KeyGetRequest & permafrost.v1.KeyGetRequest.$Shape;
            static create(properties?: permafrost.v1.KeyGetRequest.$Properties): permafrost.v1.KeyGetRequest;

            /**
             * Encodes the specified KeyGetRequest message. Does not implicitly {@link permafrost.v1.KeyGetRequest.verify|verify} messages.
             * @param message KeyGetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyGetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyGetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyGetRequest & permafrost.v1.KeyGetRequest.$Shape} KeyGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyGetRequest & permafrost.v1.KeyGetRequest.$Shape;
        }

        namespace KeyGetRequest {

            /** Properties of a KeyGetRequest. */
            interface $Properties {

                /** KeyGetRequest name */
                name?: string;

                /** KeyGetRequest proof */
                proof?: boolean;

                /** KeyGetRequest lineage */
                lineage?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyGetRequest. */
            type $Shape = permafrost.v1.KeyGetRequest.$Properties;
        }

        /**
         * Properties of a KeyInfo.
         * @deprecated Use permafrost.v1.KeyInfo.$Properties instead.
         */
        interface IKeyInfo extends permafrost.v1.KeyInfo.$Properties {
        }

        /** Represents a KeyInfo. */
        class KeyInfo {

            /**
             * Constructs a new KeyInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyInfo name. */
            name: string;

            /** KeyInfo id. */
            id: Uint8Array;

            /** KeyInfo suite. */
            suite: string;

            /** KeyInfo threshold. */
            threshold: number;

            /** KeyInfo members. */
            members: string[];

            /** KeyInfo epoch. */
            epoch: number;

            /** KeyInfo state. */
            state: string;

            /** KeyInfo purpose. */
            purpose: string;

            /** KeyInfo publicKey. */
            publicKey: Uint8Array;

            /** KeyInfo epochId. */
            epochId: Uint8Array;

            /** KeyInfo requesters. */
            requesters: string[];

            /** KeyInfo memberHosts. */
            memberHosts: Uint8Array[];

            /** KeyInfo proof. */
            proof: permafrost.v1.KeyProof;

            /** KeyInfo pendingMs. */
            pendingMs: (number|Long);

            /** KeyInfo waitsFor. */
            waitsFor: string[];

            /** KeyInfo destroys. */
            destroys: Uint8Array[];

            /** KeyInfo groupKey. */
            groupKey: Uint8Array;

            /** KeyInfo nextNumber. */
            nextNumber: (number|Long);

            /** KeyInfo lineage. */
            lineage: Uint8Array;

            /** KeyInfo grade. */
            grade: string;

            /** KeyInfo down. */
            down: string[];

            /**
             * Creates a new KeyInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyInfo instance
             */
            static create(properties: permafrost.v1.KeyInfo.$Shape): permafrost.v1.KeyInfo & permafrost.v1.KeyInfo.$Shape;
            static create(properties?: permafrost.v1.KeyInfo.$Properties): permafrost.v1.KeyInfo;

            /**
             * Encodes the specified KeyInfo message. Does not implicitly {@link permafrost.v1.KeyInfo.verify|verify} messages.
             * @param message KeyInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyInfo & permafrost.v1.KeyInfo.$Shape} KeyInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyInfo & permafrost.v1.KeyInfo.$Shape;
        }

        namespace KeyInfo {

            /** Properties of a KeyInfo. */
            interface $Properties {

                /** KeyInfo name */
                name?: string;

                /** KeyInfo id */
                id?: Uint8Array;

                /** KeyInfo suite */
                suite?: string;

                /** KeyInfo threshold */
                threshold?: number;

                /** KeyInfo members */
                members?: string[];

                /** KeyInfo epoch */
                epoch?: number;

                /** KeyInfo state */
                state?: string;

                /** KeyInfo purpose */
                purpose?: string;

                /** KeyInfo publicKey */
                publicKey?: Uint8Array;

                /** KeyInfo epochId */
                epochId?: Uint8Array;

                /** KeyInfo requesters */
                requesters?: string[];

                /** KeyInfo memberHosts */
                memberHosts?: Uint8Array[];

                /** KeyInfo proof */
                proof?: permafrost.v1.KeyProof.$Properties;

                /** KeyInfo pendingMs */
                pendingMs?: (number|Long);

                /** KeyInfo waitsFor */
                waitsFor?: string[];

                /** KeyInfo destroys */
                destroys?: Uint8Array[];

                /** KeyInfo groupKey */
                groupKey?: Uint8Array;

                /** KeyInfo nextNumber */
                nextNumber?: (number|Long);

                /** KeyInfo lineage */
                lineage?: Uint8Array;

                /** KeyInfo grade */
                grade?: string;

                /** KeyInfo down */
                down?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyInfo. */
            type $Shape = permafrost.v1.KeyInfo.$Properties;
        }

        /**
         * Properties of a KeyDeriveRequest.
         * @deprecated Use permafrost.v1.KeyDeriveRequest.$Properties instead.
         */
        interface IKeyDeriveRequest extends permafrost.v1.KeyDeriveRequest.$Properties {
        }

        /** Represents a KeyDeriveRequest. */
        class KeyDeriveRequest {

            /**
             * Constructs a new KeyDeriveRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyDeriveRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyDeriveRequest name. */
            name: string;

            /** KeyDeriveRequest path. */
            path: string;

            /** KeyDeriveRequest tweak. */
            tweak: Uint8Array;

            /**
             * Creates a new KeyDeriveRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyDeriveRequest instance
             */
            static create(properties: permafrost.v1.KeyDeriveRequest.$Shape): permafrost.v1.KeyDeriveRequest & permafrost.v1.KeyDeriveRequest.$Shape;
            static create(properties?: permafrost.v1.KeyDeriveRequest.$Properties): permafrost.v1.KeyDeriveRequest;

            /**
             * Encodes the specified KeyDeriveRequest message. Does not implicitly {@link permafrost.v1.KeyDeriveRequest.verify|verify} messages.
             * @param message KeyDeriveRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyDeriveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyDeriveRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyDeriveRequest & permafrost.v1.KeyDeriveRequest.$Shape} KeyDeriveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyDeriveRequest & permafrost.v1.KeyDeriveRequest.$Shape;
        }

        namespace KeyDeriveRequest {

            /** Properties of a KeyDeriveRequest. */
            interface $Properties {

                /** KeyDeriveRequest name */
                name?: string;

                /** KeyDeriveRequest path */
                path?: string;

                /** KeyDeriveRequest tweak */
                tweak?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyDeriveRequest. */
            type $Shape = permafrost.v1.KeyDeriveRequest.$Properties;
        }

        /**
         * Properties of a KeyChild.
         * @deprecated Use permafrost.v1.KeyChild.$Properties instead.
         */
        interface IKeyChild extends permafrost.v1.KeyChild.$Properties {
        }

        /** Represents a KeyChild. */
        class KeyChild {

            /**
             * Constructs a new KeyChild.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyChild.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyChild name. */
            name: string;

            /** KeyChild id. */
            id: Uint8Array;

            /** KeyChild suite. */
            suite: string;

            /** KeyChild path. */
            path: string;

            /** KeyChild tweak. */
            tweak: Uint8Array;

            /** KeyChild publicKey. */
            publicKey: Uint8Array;

            /** KeyChild rawKey. */
            rawKey: Uint8Array;

            /** KeyChild element. */
            element: Uint8Array;

            /** KeyChild chainCode. */
            chainCode: Uint8Array;

            /**
             * Creates a new KeyChild instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyChild instance
             */
            static create(properties: permafrost.v1.KeyChild.$Shape): permafrost.v1.KeyChild & permafrost.v1.KeyChild.$Shape;
            static create(properties?: permafrost.v1.KeyChild.$Properties): permafrost.v1.KeyChild;

            /**
             * Encodes the specified KeyChild message. Does not implicitly {@link permafrost.v1.KeyChild.verify|verify} messages.
             * @param message KeyChild message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyChild.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyChild message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyChild & permafrost.v1.KeyChild.$Shape} KeyChild
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyChild & permafrost.v1.KeyChild.$Shape;
        }

        namespace KeyChild {

            /** Properties of a KeyChild. */
            interface $Properties {

                /** KeyChild name */
                name?: string;

                /** KeyChild id */
                id?: Uint8Array;

                /** KeyChild suite */
                suite?: string;

                /** KeyChild path */
                path?: string;

                /** KeyChild tweak */
                tweak?: Uint8Array;

                /** KeyChild publicKey */
                publicKey?: Uint8Array;

                /** KeyChild rawKey */
                rawKey?: Uint8Array;

                /** KeyChild element */
                element?: Uint8Array;

                /** KeyChild chainCode */
                chainCode?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyChild. */
            type $Shape = permafrost.v1.KeyChild.$Properties;
        }

        /**
         * Properties of a KeyProof.
         * @deprecated Use permafrost.v1.KeyProof.$Properties instead.
         */
        interface IKeyProof extends permafrost.v1.KeyProof.$Properties {
        }

        /** Represents a KeyProof. */
        class KeyProof {

            /**
             * Constructs a new KeyProof.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.KeyProof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyProof proposal. */
            proposal: Uint8Array;

            /** KeyProof attempt. */
            attempt: (number|Long);

            /** KeyProof joins. */
            joins: Uint8Array[];

            /** KeyProof certs. */
            certs: Uint8Array[];

            /** KeyProof transcript. */
            transcript: Uint8Array;

            /**
             * Creates a new KeyProof instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeyProof instance
             */
            static create(properties: permafrost.v1.KeyProof.$Shape): permafrost.v1.KeyProof & permafrost.v1.KeyProof.$Shape;
            static create(properties?: permafrost.v1.KeyProof.$Properties): permafrost.v1.KeyProof;

            /**
             * Encodes the specified KeyProof message. Does not implicitly {@link permafrost.v1.KeyProof.verify|verify} messages.
             * @param message KeyProof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.KeyProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyProof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyProof & permafrost.v1.KeyProof.$Shape} KeyProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.KeyProof & permafrost.v1.KeyProof.$Shape;
        }

        namespace KeyProof {

            /** Properties of a KeyProof. */
            interface $Properties {

                /** KeyProof proposal */
                proposal?: Uint8Array;

                /** KeyProof attempt */
                attempt?: (number|Long);

                /** KeyProof joins */
                joins?: Uint8Array[];

                /** KeyProof certs */
                certs?: Uint8Array[];

                /** KeyProof transcript */
                transcript?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyProof. */
            type $Shape = permafrost.v1.KeyProof.$Properties;
        }

        /**
         * Properties of a SignSubmitRequest.
         * @deprecated Use permafrost.v1.SignSubmitRequest.$Properties instead.
         */
        interface ISignSubmitRequest extends permafrost.v1.SignSubmitRequest.$Properties {
        }

        /** Represents a SignSubmitRequest. */
        class SignSubmitRequest {

            /**
             * Constructs a new SignSubmitRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignSubmitRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignSubmitRequest request. */
            request: permafrost.v1.SignatureRequest;

            /** SignSubmitRequest watch. */
            watch: boolean;

            /** SignSubmitRequest forwarded. */
            forwarded: boolean;

            /** SignSubmitRequest resume. */
            resume: boolean;

            /**
             * Creates a new SignSubmitRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignSubmitRequest instance
             */
            static create(properties: permafrost.v1.SignSubmitRequest.$Shape): permafrost.v1.SignSubmitRequest & permafrost.v1.SignSubmitRequest.$Shape;
            static create(properties?: permafrost.v1.SignSubmitRequest.$Properties): permafrost.v1.SignSubmitRequest;

            /**
             * Encodes the specified SignSubmitRequest message. Does not implicitly {@link permafrost.v1.SignSubmitRequest.verify|verify} messages.
             * @param message SignSubmitRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignSubmitRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignSubmitRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignSubmitRequest & permafrost.v1.SignSubmitRequest.$Shape} SignSubmitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignSubmitRequest & permafrost.v1.SignSubmitRequest.$Shape;
        }

        namespace SignSubmitRequest {

            /** Properties of a SignSubmitRequest. */
            interface $Properties {

                /** SignSubmitRequest request */
                request?: permafrost.v1.SignatureRequest.$Properties;

                /** SignSubmitRequest watch */
                watch?: boolean;

                /** SignSubmitRequest forwarded */
                forwarded?: boolean;

                /** SignSubmitRequest resume */
                resume?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignSubmitRequest. */
            type $Shape = permafrost.v1.SignSubmitRequest.$Properties;
        }

        /**
         * Properties of a SignCancelResult.
         * @deprecated Use permafrost.v1.SignCancelResult.$Properties instead.
         */
        interface ISignCancelResult extends permafrost.v1.SignCancelResult.$Properties {
        }

        /** Represents a SignCancelResult. */
        class SignCancelResult {

            /**
             * Constructs a new SignCancelResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignCancelResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignCancelResult requestId. */
            requestId: Uint8Array;

            /** SignCancelResult nothingSigned. */
            nothingSigned: string;

            /** SignCancelResult members. */
            members: permafrost.v1.MemberCancelled[];

            /**
             * Creates a new SignCancelResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignCancelResult instance
             */
            static create(properties: permafrost.v1.SignCancelResult.$Shape): permafrost.v1.SignCancelResult & permafrost.v1.SignCancelResult.$Shape;
            static create(properties?: permafrost.v1.SignCancelResult.$Properties): permafrost.v1.SignCancelResult;

            /**
             * Encodes the specified SignCancelResult message. Does not implicitly {@link permafrost.v1.SignCancelResult.verify|verify} messages.
             * @param message SignCancelResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignCancelResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignCancelResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCancelResult & permafrost.v1.SignCancelResult.$Shape} SignCancelResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignCancelResult & permafrost.v1.SignCancelResult.$Shape;
        }

        namespace SignCancelResult {

            /** Properties of a SignCancelResult. */
            interface $Properties {

                /** SignCancelResult requestId */
                requestId?: Uint8Array;

                /** SignCancelResult nothingSigned */
                nothingSigned?: string;

                /** SignCancelResult members */
                members?: permafrost.v1.MemberCancelled.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignCancelResult. */
            type $Shape = permafrost.v1.SignCancelResult.$Properties;
        }

        /**
         * Properties of a MemberCancelled.
         * @deprecated Use permafrost.v1.MemberCancelled.$Properties instead.
         */
        interface IMemberCancelled extends permafrost.v1.MemberCancelled.$Properties {
        }

        /** Represents a MemberCancelled. */
        class MemberCancelled {

            /**
             * Constructs a new MemberCancelled.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.MemberCancelled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemberCancelled hostPub. */
            hostPub: Uint8Array;

            /** MemberCancelled sinceMs. */
            sinceMs: (number|Long);

            /** MemberCancelled signature. */
            signature: Uint8Array;

            /**
             * Creates a new MemberCancelled instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemberCancelled instance
             */
            static create(properties: permafrost.v1.MemberCancelled.$Shape): permafrost.v1.MemberCancelled & permafrost.v1.MemberCancelled.$Shape;
            static create(properties?: permafrost.v1.MemberCancelled.$Properties): permafrost.v1.MemberCancelled;

            /**
             * Encodes the specified MemberCancelled message. Does not implicitly {@link permafrost.v1.MemberCancelled.verify|verify} messages.
             * @param message MemberCancelled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.MemberCancelled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemberCancelled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.MemberCancelled & permafrost.v1.MemberCancelled.$Shape} MemberCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.MemberCancelled & permafrost.v1.MemberCancelled.$Shape;
        }

        namespace MemberCancelled {

            /** Properties of a MemberCancelled. */
            interface $Properties {

                /** MemberCancelled hostPub */
                hostPub?: Uint8Array;

                /** MemberCancelled sinceMs */
                sinceMs?: (number|Long);

                /** MemberCancelled signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemberCancelled. */
            type $Shape = permafrost.v1.MemberCancelled.$Properties;
        }

        /**
         * Properties of a SignGetRequest.
         * @deprecated Use permafrost.v1.SignGetRequest.$Properties instead.
         */
        interface ISignGetRequest extends permafrost.v1.SignGetRequest.$Properties {
        }

        /** Represents a SignGetRequest. */
        class SignGetRequest {

            /**
             * Constructs a new SignGetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignGetRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignGetRequest requestId. */
            requestId: Uint8Array;

            /**
             * Creates a new SignGetRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignGetRequest instance
             */
            static create(properties: permafrost.v1.SignGetRequest.$Shape): permafrost.v1.SignGetRequest & permafrost.v1.SignGetRequest.$Shape;
            static create(properties?: permafrost.v1.SignGetRequest.$Properties): permafrost.v1.SignGetRequest;

            /**
             * Encodes the specified SignGetRequest message. Does not implicitly {@link permafrost.v1.SignGetRequest.verify|verify} messages.
             * @param message SignGetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignGetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignGetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignGetRequest & permafrost.v1.SignGetRequest.$Shape} SignGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignGetRequest & permafrost.v1.SignGetRequest.$Shape;
        }

        namespace SignGetRequest {

            /** Properties of a SignGetRequest. */
            interface $Properties {

                /** SignGetRequest requestId */
                requestId?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignGetRequest. */
            type $Shape = permafrost.v1.SignGetRequest.$Properties;
        }

        /**
         * Properties of an Exclusion.
         * @deprecated Use permafrost.v1.Exclusion.$Properties instead.
         */
        interface IExclusion extends permafrost.v1.Exclusion.$Properties {
        }

        /** Represents an Exclusion. */
        class Exclusion {

            /**
             * Constructs a new Exclusion.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.Exclusion.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Exclusion node. */
            node: string;

            /** Exclusion reason. */
            reason: string;

            /**
             * Creates a new Exclusion instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Exclusion instance
             */
            static create(properties: permafrost.v1.Exclusion.$Shape): permafrost.v1.Exclusion & permafrost.v1.Exclusion.$Shape;
            static create(properties?: permafrost.v1.Exclusion.$Properties): permafrost.v1.Exclusion;

            /**
             * Encodes the specified Exclusion message. Does not implicitly {@link permafrost.v1.Exclusion.verify|verify} messages.
             * @param message Exclusion message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.Exclusion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Exclusion message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.Exclusion & permafrost.v1.Exclusion.$Shape} Exclusion
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.Exclusion & permafrost.v1.Exclusion.$Shape;
        }

        namespace Exclusion {

            /** Properties of an Exclusion. */
            interface $Properties {

                /** Exclusion node */
                node?: string;

                /** Exclusion reason */
                reason?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Exclusion. */
            type $Shape = permafrost.v1.Exclusion.$Properties;
        }

        /**
         * Properties of a SignAttempt.
         * @deprecated Use permafrost.v1.SignAttempt.$Properties instead.
         */
        interface ISignAttempt extends permafrost.v1.SignAttempt.$Properties {
        }

        /** Represents a SignAttempt. */
        class SignAttempt {

            /**
             * Constructs a new SignAttempt.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignAttempt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignAttempt signers. */
            signers: string[];

            /** SignAttempt excluded. */
            excluded: permafrost.v1.Exclusion[];

            /**
             * Creates a new SignAttempt instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignAttempt instance
             */
            static create(properties: permafrost.v1.SignAttempt.$Shape): permafrost.v1.SignAttempt & permafrost.v1.SignAttempt.$Shape;
            static create(properties?: permafrost.v1.SignAttempt.$Properties): permafrost.v1.SignAttempt;

            /**
             * Encodes the specified SignAttempt message. Does not implicitly {@link permafrost.v1.SignAttempt.verify|verify} messages.
             * @param message SignAttempt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignAttempt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignAttempt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignAttempt & permafrost.v1.SignAttempt.$Shape} SignAttempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignAttempt & permafrost.v1.SignAttempt.$Shape;
        }

        namespace SignAttempt {

            /** Properties of a SignAttempt. */
            interface $Properties {

                /** SignAttempt signers */
                signers?: string[];

                /** SignAttempt excluded */
                excluded?: permafrost.v1.Exclusion.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignAttempt. */
            type $Shape = permafrost.v1.SignAttempt.$Properties;
        }

        /**
         * Properties of a SignProgress.
         * @deprecated Use permafrost.v1.SignProgress.$Properties instead.
         */
        interface ISignProgress extends permafrost.v1.SignProgress.$Properties {
        }

        /** Represents a SignProgress. */
        class SignProgress {

            /**
             * Constructs a new SignProgress.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignProgress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignProgress state. */
            state: string;

            /** SignProgress requestId. */
            requestId: Uint8Array;

            /** SignProgress signature. */
            signature: Uint8Array;

            /** SignProgress publicKey. */
            publicKey: Uint8Array;

            /** SignProgress epoch. */
            epoch: number;

            /** SignProgress signers. */
            signers: string[];

            /** SignProgress attempts. */
            attempts: permafrost.v1.SignAttempt[];

            /** SignProgress error. */
            error: permafrost.v1.RpcError;

            /** SignProgress rawKey. */
            rawKey: Uint8Array;

            /**
             * Creates a new SignProgress instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignProgress instance
             */
            static create(properties: permafrost.v1.SignProgress.$Shape): permafrost.v1.SignProgress & permafrost.v1.SignProgress.$Shape;
            static create(properties?: permafrost.v1.SignProgress.$Properties): permafrost.v1.SignProgress;

            /**
             * Encodes the specified SignProgress message. Does not implicitly {@link permafrost.v1.SignProgress.verify|verify} messages.
             * @param message SignProgress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignProgress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignProgress & permafrost.v1.SignProgress.$Shape} SignProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignProgress & permafrost.v1.SignProgress.$Shape;
        }

        namespace SignProgress {

            /** Properties of a SignProgress. */
            interface $Properties {

                /** SignProgress state */
                state?: string;

                /** SignProgress requestId */
                requestId?: Uint8Array;

                /** SignProgress signature */
                signature?: Uint8Array;

                /** SignProgress publicKey */
                publicKey?: Uint8Array;

                /** SignProgress epoch */
                epoch?: number;

                /** SignProgress signers */
                signers?: string[];

                /** SignProgress attempts */
                attempts?: permafrost.v1.SignAttempt.$Properties[];

                /** SignProgress error */
                error?: permafrost.v1.RpcError.$Properties;

                /** SignProgress rawKey */
                rawKey?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignProgress. */
            type $Shape = permafrost.v1.SignProgress.$Properties;
        }

        /**
         * Properties of a ProposalSubmitRequest.
         * @deprecated Use permafrost.v1.ProposalSubmitRequest.$Properties instead.
         */
        interface IProposalSubmitRequest extends permafrost.v1.ProposalSubmitRequest.$Properties {
        }

        /** Represents a ProposalSubmitRequest. */
        class ProposalSubmitRequest {

            /**
             * Constructs a new ProposalSubmitRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ProposalSubmitRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProposalSubmitRequest proposal. */
            proposal: Uint8Array;

            /** ProposalSubmitRequest operatorSignature. */
            operatorSignature: Uint8Array;

            /**
             * Creates a new ProposalSubmitRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProposalSubmitRequest instance
             */
            static create(properties: permafrost.v1.ProposalSubmitRequest.$Shape): permafrost.v1.ProposalSubmitRequest & permafrost.v1.ProposalSubmitRequest.$Shape;
            static create(properties?: permafrost.v1.ProposalSubmitRequest.$Properties): permafrost.v1.ProposalSubmitRequest;

            /**
             * Encodes the specified ProposalSubmitRequest message. Does not implicitly {@link permafrost.v1.ProposalSubmitRequest.verify|verify} messages.
             * @param message ProposalSubmitRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ProposalSubmitRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposalSubmitRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalSubmitRequest & permafrost.v1.ProposalSubmitRequest.$Shape} ProposalSubmitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ProposalSubmitRequest & permafrost.v1.ProposalSubmitRequest.$Shape;
        }

        namespace ProposalSubmitRequest {

            /** Properties of a ProposalSubmitRequest. */
            interface $Properties {

                /** ProposalSubmitRequest proposal */
                proposal?: Uint8Array;

                /** ProposalSubmitRequest operatorSignature */
                operatorSignature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposalSubmitRequest. */
            type $Shape = permafrost.v1.ProposalSubmitRequest.$Properties;
        }

        /**
         * Properties of a ProposalListRequest.
         * @deprecated Use permafrost.v1.ProposalListRequest.$Properties instead.
         */
        interface IProposalListRequest extends permafrost.v1.ProposalListRequest.$Properties {
        }

        /** Represents a ProposalListRequest. */
        class ProposalListRequest {

            /**
             * Constructs a new ProposalListRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ProposalListRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ProposalListRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProposalListRequest instance
             */
            static create(properties: permafrost.v1.ProposalListRequest.$Shape): permafrost.v1.ProposalListRequest & permafrost.v1.ProposalListRequest.$Shape;
            static create(properties?: permafrost.v1.ProposalListRequest.$Properties): permafrost.v1.ProposalListRequest;

            /**
             * Encodes the specified ProposalListRequest message. Does not implicitly {@link permafrost.v1.ProposalListRequest.verify|verify} messages.
             * @param message ProposalListRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ProposalListRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposalListRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalListRequest & permafrost.v1.ProposalListRequest.$Shape} ProposalListRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ProposalListRequest & permafrost.v1.ProposalListRequest.$Shape;
        }

        namespace ProposalListRequest {

            /** Properties of a ProposalListRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposalListRequest. */
            type $Shape = permafrost.v1.ProposalListRequest.$Properties;
        }

        /**
         * Properties of a ProposalInfo.
         * @deprecated Use permafrost.v1.ProposalInfo.$Properties instead.
         */
        interface IProposalInfo extends permafrost.v1.ProposalInfo.$Properties {
        }

        /** Represents a ProposalInfo. */
        class ProposalInfo {

            /**
             * Constructs a new ProposalInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ProposalInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProposalInfo id. */
            id: string;

            /** ProposalInfo type. */
            type: string;

            /** ProposalInfo name. */
            name: string;

            /** ProposalInfo suite. */
            suite: string;

            /** ProposalInfo threshold. */
            threshold: number;

            /** ProposalInfo members. */
            members: string[];

            /** ProposalInfo requesters. */
            requesters: string[];

            /** ProposalInfo proposer. */
            proposer: string;

            /** ProposalInfo node. */
            node: string;

            /** ProposalInfo expiresMs. */
            expiresMs: (number|Long);

            /** ProposalInfo state. */
            state: string;

            /** ProposalInfo accepted. */
            accepted: string[];

            /** ProposalInfo waitingFor. */
            waitingFor: string[];

            /** ProposalInfo detail. */
            detail: string;

            /** ProposalInfo proposal. */
            proposal: Uint8Array;

            /**
             * Creates a new ProposalInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProposalInfo instance
             */
            static create(properties: permafrost.v1.ProposalInfo.$Shape): permafrost.v1.ProposalInfo & permafrost.v1.ProposalInfo.$Shape;
            static create(properties?: permafrost.v1.ProposalInfo.$Properties): permafrost.v1.ProposalInfo;

            /**
             * Encodes the specified ProposalInfo message. Does not implicitly {@link permafrost.v1.ProposalInfo.verify|verify} messages.
             * @param message ProposalInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ProposalInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposalInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalInfo & permafrost.v1.ProposalInfo.$Shape} ProposalInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ProposalInfo & permafrost.v1.ProposalInfo.$Shape;
        }

        namespace ProposalInfo {

            /** Properties of a ProposalInfo. */
            interface $Properties {

                /** ProposalInfo id */
                id?: string;

                /** ProposalInfo type */
                type?: string;

                /** ProposalInfo name */
                name?: string;

                /** ProposalInfo suite */
                suite?: string;

                /** ProposalInfo threshold */
                threshold?: number;

                /** ProposalInfo members */
                members?: string[];

                /** ProposalInfo requesters */
                requesters?: string[];

                /** ProposalInfo proposer */
                proposer?: string;

                /** ProposalInfo node */
                node?: string;

                /** ProposalInfo expiresMs */
                expiresMs?: (number|Long);

                /** ProposalInfo state */
                state?: string;

                /** ProposalInfo accepted */
                accepted?: string[];

                /** ProposalInfo waitingFor */
                waitingFor?: string[];

                /** ProposalInfo detail */
                detail?: string;

                /** ProposalInfo proposal */
                proposal?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposalInfo. */
            type $Shape = permafrost.v1.ProposalInfo.$Properties;
        }

        /**
         * Properties of a ProposalList.
         * @deprecated Use permafrost.v1.ProposalList.$Properties instead.
         */
        interface IProposalList extends permafrost.v1.ProposalList.$Properties {
        }

        /** Represents a ProposalList. */
        class ProposalList {

            /**
             * Constructs a new ProposalList.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ProposalList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProposalList proposals. */
            proposals: permafrost.v1.ProposalInfo[];

            /**
             * Creates a new ProposalList instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProposalList instance
             */
            static create(properties: permafrost.v1.ProposalList.$Shape): permafrost.v1.ProposalList & permafrost.v1.ProposalList.$Shape;
            static create(properties?: permafrost.v1.ProposalList.$Properties): permafrost.v1.ProposalList;

            /**
             * Encodes the specified ProposalList message. Does not implicitly {@link permafrost.v1.ProposalList.verify|verify} messages.
             * @param message ProposalList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ProposalList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposalList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalList & permafrost.v1.ProposalList.$Shape} ProposalList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ProposalList & permafrost.v1.ProposalList.$Shape;
        }

        namespace ProposalList {

            /** Properties of a ProposalList. */
            interface $Properties {

                /** ProposalList proposals */
                proposals?: permafrost.v1.ProposalInfo.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposalList. */
            type $Shape = permafrost.v1.ProposalList.$Properties;
        }

        /**
         * Properties of a ProposalDecideRequest.
         * @deprecated Use permafrost.v1.ProposalDecideRequest.$Properties instead.
         */
        interface IProposalDecideRequest extends permafrost.v1.ProposalDecideRequest.$Properties {
        }

        /** Represents a ProposalDecideRequest. */
        class ProposalDecideRequest {

            /**
             * Constructs a new ProposalDecideRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ProposalDecideRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProposalDecideRequest proposalHash. */
            proposalHash: Uint8Array;

            /** ProposalDecideRequest verb. */
            verb: string;

            /** ProposalDecideRequest operatorSignature. */
            operatorSignature: Uint8Array;

            /**
             * Creates a new ProposalDecideRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProposalDecideRequest instance
             */
            static create(properties: permafrost.v1.ProposalDecideRequest.$Shape): permafrost.v1.ProposalDecideRequest & permafrost.v1.ProposalDecideRequest.$Shape;
            static create(properties?: permafrost.v1.ProposalDecideRequest.$Properties): permafrost.v1.ProposalDecideRequest;

            /**
             * Encodes the specified ProposalDecideRequest message. Does not implicitly {@link permafrost.v1.ProposalDecideRequest.verify|verify} messages.
             * @param message ProposalDecideRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ProposalDecideRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposalDecideRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalDecideRequest & permafrost.v1.ProposalDecideRequest.$Shape} ProposalDecideRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ProposalDecideRequest & permafrost.v1.ProposalDecideRequest.$Shape;
        }

        namespace ProposalDecideRequest {

            /** Properties of a ProposalDecideRequest. */
            interface $Properties {

                /** ProposalDecideRequest proposalHash */
                proposalHash?: Uint8Array;

                /** ProposalDecideRequest verb */
                verb?: string;

                /** ProposalDecideRequest operatorSignature */
                operatorSignature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposalDecideRequest. */
            type $Shape = permafrost.v1.ProposalDecideRequest.$Properties;
        }

        /**
         * Properties of a ProposalWatchRequest.
         * @deprecated Use permafrost.v1.ProposalWatchRequest.$Properties instead.
         */
        interface IProposalWatchRequest extends permafrost.v1.ProposalWatchRequest.$Properties {
        }

        /** Represents a ProposalWatchRequest. */
        class ProposalWatchRequest {

            /**
             * Constructs a new ProposalWatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.ProposalWatchRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProposalWatchRequest proposalHash. */
            proposalHash: Uint8Array;

            /**
             * Creates a new ProposalWatchRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProposalWatchRequest instance
             */
            static create(properties: permafrost.v1.ProposalWatchRequest.$Shape): permafrost.v1.ProposalWatchRequest & permafrost.v1.ProposalWatchRequest.$Shape;
            static create(properties?: permafrost.v1.ProposalWatchRequest.$Properties): permafrost.v1.ProposalWatchRequest;

            /**
             * Encodes the specified ProposalWatchRequest message. Does not implicitly {@link permafrost.v1.ProposalWatchRequest.verify|verify} messages.
             * @param message ProposalWatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.ProposalWatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposalWatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalWatchRequest & permafrost.v1.ProposalWatchRequest.$Shape} ProposalWatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.ProposalWatchRequest & permafrost.v1.ProposalWatchRequest.$Shape;
        }

        namespace ProposalWatchRequest {

            /** Properties of a ProposalWatchRequest. */
            interface $Properties {

                /** ProposalWatchRequest proposalHash */
                proposalHash?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposalWatchRequest. */
            type $Shape = permafrost.v1.ProposalWatchRequest.$Properties;
        }

        /**
         * Properties of a CeremonyProgress.
         * @deprecated Use permafrost.v1.CeremonyProgress.$Properties instead.
         */
        interface ICeremonyProgress extends permafrost.v1.CeremonyProgress.$Properties {
        }

        /** Represents a CeremonyProgress. */
        class CeremonyProgress {

            /**
             * Constructs a new CeremonyProgress.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.CeremonyProgress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CeremonyProgress stage. */
            stage: string;

            /** CeremonyProgress attempt. */
            attempt: (number|Long);

            /** CeremonyProgress done. */
            done: string[];

            /** CeremonyProgress missing. */
            missing: string[];

            /** CeremonyProgress key. */
            key: permafrost.v1.KeyInfo;

            /** CeremonyProgress error. */
            error: permafrost.v1.RpcError;

            /**
             * Creates a new CeremonyProgress instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CeremonyProgress instance
             */
            static create(properties: permafrost.v1.CeremonyProgress.$Shape): permafrost.v1.CeremonyProgress & permafrost.v1.CeremonyProgress.$Shape;
            static create(properties?: permafrost.v1.CeremonyProgress.$Properties): permafrost.v1.CeremonyProgress;

            /**
             * Encodes the specified CeremonyProgress message. Does not implicitly {@link permafrost.v1.CeremonyProgress.verify|verify} messages.
             * @param message CeremonyProgress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.CeremonyProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CeremonyProgress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.CeremonyProgress & permafrost.v1.CeremonyProgress.$Shape} CeremonyProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.CeremonyProgress & permafrost.v1.CeremonyProgress.$Shape;
        }

        namespace CeremonyProgress {

            /** Properties of a CeremonyProgress. */
            interface $Properties {

                /** CeremonyProgress stage */
                stage?: string;

                /** CeremonyProgress attempt */
                attempt?: (number|Long);

                /** CeremonyProgress done */
                done?: string[];

                /** CeremonyProgress missing */
                missing?: string[];

                /** CeremonyProgress key */
                key?: permafrost.v1.KeyInfo.$Properties;

                /** CeremonyProgress error */
                error?: permafrost.v1.RpcError.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CeremonyProgress. */
            type $Shape = permafrost.v1.CeremonyProgress.$Properties;
        }

        /**
         * Properties of a RosterGetRequest.
         * @deprecated Use permafrost.v1.RosterGetRequest.$Properties instead.
         */
        interface IRosterGetRequest extends permafrost.v1.RosterGetRequest.$Properties {
        }

        /** Represents a RosterGetRequest. */
        class RosterGetRequest {

            /**
             * Constructs a new RosterGetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.RosterGetRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new RosterGetRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RosterGetRequest instance
             */
            static create(properties: permafrost.v1.RosterGetRequest.$Shape): permafrost.v1.RosterGetRequest & permafrost.v1.RosterGetRequest.$Shape;
            static create(properties?: permafrost.v1.RosterGetRequest.$Properties): permafrost.v1.RosterGetRequest;

            /**
             * Encodes the specified RosterGetRequest message. Does not implicitly {@link permafrost.v1.RosterGetRequest.verify|verify} messages.
             * @param message RosterGetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.RosterGetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RosterGetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.RosterGetRequest & permafrost.v1.RosterGetRequest.$Shape} RosterGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.RosterGetRequest & permafrost.v1.RosterGetRequest.$Shape;
        }

        namespace RosterGetRequest {

            /** Properties of a RosterGetRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RosterGetRequest. */
            type $Shape = permafrost.v1.RosterGetRequest.$Properties;
        }

        /**
         * Properties of a RosterDocument.
         * @deprecated Use permafrost.v1.RosterDocument.$Properties instead.
         */
        interface IRosterDocument extends permafrost.v1.RosterDocument.$Properties {
        }

        /** Represents a RosterDocument. */
        class RosterDocument {

            /**
             * Constructs a new RosterDocument.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.RosterDocument.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RosterDocument roster. */
            roster: Uint8Array;

            /**
             * Creates a new RosterDocument instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RosterDocument instance
             */
            static create(properties: permafrost.v1.RosterDocument.$Shape): permafrost.v1.RosterDocument & permafrost.v1.RosterDocument.$Shape;
            static create(properties?: permafrost.v1.RosterDocument.$Properties): permafrost.v1.RosterDocument;

            /**
             * Encodes the specified RosterDocument message. Does not implicitly {@link permafrost.v1.RosterDocument.verify|verify} messages.
             * @param message RosterDocument message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.RosterDocument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RosterDocument message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.RosterDocument & permafrost.v1.RosterDocument.$Shape} RosterDocument
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.RosterDocument & permafrost.v1.RosterDocument.$Shape;
        }

        namespace RosterDocument {

            /** Properties of a RosterDocument. */
            interface $Properties {

                /** RosterDocument roster */
                roster?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RosterDocument. */
            type $Shape = permafrost.v1.RosterDocument.$Properties;
        }

        /**
         * Properties of a SignatureRequest.
         * @deprecated Use permafrost.v1.SignatureRequest.$Properties instead.
         */
        interface ISignatureRequest extends permafrost.v1.SignatureRequest.$Properties {
        }

        /** Represents a SignatureRequest. */
        class SignatureRequest {

            /**
             * Constructs a new SignatureRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignatureRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignatureRequest requester. */
            requester: Uint8Array;

            /** SignatureRequest keyId. */
            keyId: Uint8Array;

            /** SignatureRequest publicKey. */
            publicKey: Uint8Array;

            /** SignatureRequest suite. */
            suite: string;

            /** SignatureRequest path. */
            path: string;

            /** SignatureRequest tweak. */
            tweak: Uint8Array;

            /** SignatureRequest message. */
            message: Uint8Array;

            /** SignatureRequest idempotencyKey. */
            idempotencyKey: Uint8Array;

            /** SignatureRequest notBeforeMs. */
            notBeforeMs: (number|Long);

            /** SignatureRequest deadlineMs. */
            deadlineMs: (number|Long);

            /** SignatureRequest signature. */
            signature: Uint8Array;

            /**
             * Creates a new SignatureRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignatureRequest instance
             */
            static create(properties: permafrost.v1.SignatureRequest.$Shape): permafrost.v1.SignatureRequest & permafrost.v1.SignatureRequest.$Shape;
            static create(properties?: permafrost.v1.SignatureRequest.$Properties): permafrost.v1.SignatureRequest;

            /**
             * Encodes the specified SignatureRequest message. Does not implicitly {@link permafrost.v1.SignatureRequest.verify|verify} messages.
             * @param message SignatureRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignatureRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignatureRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignatureRequest & permafrost.v1.SignatureRequest.$Shape} SignatureRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignatureRequest & permafrost.v1.SignatureRequest.$Shape;
        }

        namespace SignatureRequest {

            /** Properties of a SignatureRequest. */
            interface $Properties {

                /** SignatureRequest requester */
                requester?: Uint8Array;

                /** SignatureRequest keyId */
                keyId?: Uint8Array;

                /** SignatureRequest publicKey */
                publicKey?: Uint8Array;

                /** SignatureRequest suite */
                suite?: string;

                /** SignatureRequest path */
                path?: string;

                /** SignatureRequest tweak */
                tweak?: Uint8Array;

                /** SignatureRequest message */
                message?: Uint8Array;

                /** SignatureRequest idempotencyKey */
                idempotencyKey?: Uint8Array;

                /** SignatureRequest notBeforeMs */
                notBeforeMs?: (number|Long);

                /** SignatureRequest deadlineMs */
                deadlineMs?: (number|Long);

                /** SignatureRequest signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignatureRequest. */
            type $Shape = permafrost.v1.SignatureRequest.$Properties;
        }

        /**
         * Properties of a NonceOffer.
         * @deprecated Use permafrost.v1.NonceOffer.$Properties instead.
         */
        interface INonceOffer extends permafrost.v1.NonceOffer.$Properties {
        }

        /** Represents a NonceOffer. */
        class NonceOffer {

            /**
             * Constructs a new NonceOffer.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.NonceOffer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NonceOffer suite. */
            suite: string;

            /** NonceOffer keyId. */
            keyId: Uint8Array;

            /** NonceOffer epochId. */
            epochId: Uint8Array;

            /** NonceOffer identifier. */
            identifier: number;

            /** NonceOffer coordinator. */
            coordinator: Uint8Array;

            /** NonceOffer coordinatorBootId. */
            coordinatorBootId: Uint8Array;

            /** NonceOffer bootId. */
            bootId: Uint8Array;

            /** NonceOffer nonceId. */
            nonceId: (number|Long);

            /** NonceOffer hiding. */
            hiding: Uint8Array;

            /** NonceOffer binding. */
            binding: Uint8Array;

            /** NonceOffer notAfterMs. */
            notAfterMs: (number|Long);

            /**
             * Creates a new NonceOffer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NonceOffer instance
             */
            static create(properties: permafrost.v1.NonceOffer.$Shape): permafrost.v1.NonceOffer & permafrost.v1.NonceOffer.$Shape;
            static create(properties?: permafrost.v1.NonceOffer.$Properties): permafrost.v1.NonceOffer;

            /**
             * Encodes the specified NonceOffer message. Does not implicitly {@link permafrost.v1.NonceOffer.verify|verify} messages.
             * @param message NonceOffer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.NonceOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NonceOffer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.NonceOffer & permafrost.v1.NonceOffer.$Shape} NonceOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.NonceOffer & permafrost.v1.NonceOffer.$Shape;
        }

        namespace NonceOffer {

            /** Properties of a NonceOffer. */
            interface $Properties {

                /** NonceOffer suite */
                suite?: string;

                /** NonceOffer keyId */
                keyId?: Uint8Array;

                /** NonceOffer epochId */
                epochId?: Uint8Array;

                /** NonceOffer identifier */
                identifier?: number;

                /** NonceOffer coordinator */
                coordinator?: Uint8Array;

                /** NonceOffer coordinatorBootId */
                coordinatorBootId?: Uint8Array;

                /** NonceOffer bootId */
                bootId?: Uint8Array;

                /** NonceOffer nonceId */
                nonceId?: (number|Long);

                /** NonceOffer hiding */
                hiding?: Uint8Array;

                /** NonceOffer binding */
                binding?: Uint8Array;

                /** NonceOffer notAfterMs */
                notAfterMs?: (number|Long);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NonceOffer. */
            type $Shape = permafrost.v1.NonceOffer.$Properties;
        }

        /**
         * Properties of an OfferBatch.
         * @deprecated Use permafrost.v1.OfferBatch.$Properties instead.
         */
        interface IOfferBatch extends permafrost.v1.OfferBatch.$Properties {
        }

        /** Represents an OfferBatch. */
        class OfferBatch {

            /**
             * Constructs a new OfferBatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.OfferBatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OfferBatch items. */
            items: Uint8Array[];

            /** OfferBatch signature. */
            signature: Uint8Array;

            /**
             * Creates a new OfferBatch instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OfferBatch instance
             */
            static create(properties: permafrost.v1.OfferBatch.$Shape): permafrost.v1.OfferBatch & permafrost.v1.OfferBatch.$Shape;
            static create(properties?: permafrost.v1.OfferBatch.$Properties): permafrost.v1.OfferBatch;

            /**
             * Encodes the specified OfferBatch message. Does not implicitly {@link permafrost.v1.OfferBatch.verify|verify} messages.
             * @param message OfferBatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.OfferBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OfferBatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.OfferBatch & permafrost.v1.OfferBatch.$Shape} OfferBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.OfferBatch & permafrost.v1.OfferBatch.$Shape;
        }

        namespace OfferBatch {

            /** Properties of an OfferBatch. */
            interface $Properties {

                /** OfferBatch items */
                items?: Uint8Array[];

                /** OfferBatch signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OfferBatch. */
            type $Shape = permafrost.v1.OfferBatch.$Properties;
        }

        /**
         * Properties of an OfferProof.
         * @deprecated Use permafrost.v1.OfferProof.$Properties instead.
         */
        interface IOfferProof extends permafrost.v1.OfferProof.$Properties {
        }

        /** Represents an OfferProof. */
        class OfferProof {

            /**
             * Constructs a new OfferProof.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.OfferProof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OfferProof item. */
            item: Uint8Array;

            /** OfferProof hashes. */
            hashes: Uint8Array[];

            /** OfferProof signature. */
            signature: Uint8Array;

            /**
             * Creates a new OfferProof instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OfferProof instance
             */
            static create(properties: permafrost.v1.OfferProof.$Shape): permafrost.v1.OfferProof & permafrost.v1.OfferProof.$Shape;
            static create(properties?: permafrost.v1.OfferProof.$Properties): permafrost.v1.OfferProof;

            /**
             * Encodes the specified OfferProof message. Does not implicitly {@link permafrost.v1.OfferProof.verify|verify} messages.
             * @param message OfferProof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.OfferProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OfferProof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.OfferProof & permafrost.v1.OfferProof.$Shape} OfferProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.OfferProof & permafrost.v1.OfferProof.$Shape;
        }

        namespace OfferProof {

            /** Properties of an OfferProof. */
            interface $Properties {

                /** OfferProof item */
                item?: Uint8Array;

                /** OfferProof hashes */
                hashes?: Uint8Array[];

                /** OfferProof signature */
                signature?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OfferProof. */
            type $Shape = permafrost.v1.OfferProof.$Properties;
        }

        /**
         * Properties of an OfferRequest.
         * @deprecated Use permafrost.v1.OfferRequest.$Properties instead.
         */
        interface IOfferRequest extends permafrost.v1.OfferRequest.$Properties {
        }

        /** Represents an OfferRequest. */
        class OfferRequest {

            /**
             * Constructs a new OfferRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.OfferRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OfferRequest keyId. */
            keyId: Uint8Array;

            /** OfferRequest epochId. */
            epochId: Uint8Array;

            /** OfferRequest count. */
            count: number;

            /**
             * Creates a new OfferRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OfferRequest instance
             */
            static create(properties: permafrost.v1.OfferRequest.$Shape): permafrost.v1.OfferRequest & permafrost.v1.OfferRequest.$Shape;
            static create(properties?: permafrost.v1.OfferRequest.$Properties): permafrost.v1.OfferRequest;

            /**
             * Encodes the specified OfferRequest message. Does not implicitly {@link permafrost.v1.OfferRequest.verify|verify} messages.
             * @param message OfferRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.OfferRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OfferRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.OfferRequest & permafrost.v1.OfferRequest.$Shape} OfferRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.OfferRequest & permafrost.v1.OfferRequest.$Shape;
        }

        namespace OfferRequest {

            /** Properties of an OfferRequest. */
            interface $Properties {

                /** OfferRequest keyId */
                keyId?: Uint8Array;

                /** OfferRequest epochId */
                epochId?: Uint8Array;

                /** OfferRequest count */
                count?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OfferRequest. */
            type $Shape = permafrost.v1.OfferRequest.$Properties;
        }

        /**
         * Properties of a NoOffers.
         * @deprecated Use permafrost.v1.NoOffers.$Properties instead.
         */
        interface INoOffers extends permafrost.v1.NoOffers.$Properties {
        }

        /** Represents a NoOffers. */
        class NoOffers {

            /**
             * Constructs a new NoOffers.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.NoOffers.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NoOffers keyId. */
            keyId: Uint8Array;

            /** NoOffers epochId. */
            epochId: Uint8Array;

            /** NoOffers code. */
            code: string;

            /**
             * Creates a new NoOffers instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NoOffers instance
             */
            static create(properties: permafrost.v1.NoOffers.$Shape): permafrost.v1.NoOffers & permafrost.v1.NoOffers.$Shape;
            static create(properties?: permafrost.v1.NoOffers.$Properties): permafrost.v1.NoOffers;

            /**
             * Encodes the specified NoOffers message. Does not implicitly {@link permafrost.v1.NoOffers.verify|verify} messages.
             * @param message NoOffers message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.NoOffers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NoOffers message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.NoOffers & permafrost.v1.NoOffers.$Shape} NoOffers
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.NoOffers & permafrost.v1.NoOffers.$Shape;
        }

        namespace NoOffers {

            /** Properties of a NoOffers. */
            interface $Properties {

                /** NoOffers keyId */
                keyId?: Uint8Array;

                /** NoOffers epochId */
                epochId?: Uint8Array;

                /** NoOffers code */
                code?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NoOffers. */
            type $Shape = permafrost.v1.NoOffers.$Properties;
        }

        /**
         * Properties of a HeldOffers.
         * @deprecated Use permafrost.v1.HeldOffers.$Properties instead.
         */
        interface IHeldOffers extends permafrost.v1.HeldOffers.$Properties {
        }

        /** Represents a HeldOffers. */
        class HeldOffers {

            /**
             * Constructs a new HeldOffers.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.HeldOffers.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HeldOffers bootId. */
            bootId: Uint8Array;

            /** HeldOffers nonceIds. */
            nonceIds: (number|Long)[];

            /** HeldOffers known. */
            known: (number|Long);

            /**
             * Creates a new HeldOffers instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HeldOffers instance
             */
            static create(properties: permafrost.v1.HeldOffers.$Shape): permafrost.v1.HeldOffers & permafrost.v1.HeldOffers.$Shape;
            static create(properties?: permafrost.v1.HeldOffers.$Properties): permafrost.v1.HeldOffers;

            /**
             * Encodes the specified HeldOffers message. Does not implicitly {@link permafrost.v1.HeldOffers.verify|verify} messages.
             * @param message HeldOffers message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.HeldOffers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HeldOffers message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.HeldOffers & permafrost.v1.HeldOffers.$Shape} HeldOffers
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.HeldOffers & permafrost.v1.HeldOffers.$Shape;
        }

        namespace HeldOffers {

            /** Properties of a HeldOffers. */
            interface $Properties {

                /** HeldOffers bootId */
                bootId?: Uint8Array;

                /** HeldOffers nonceIds */
                nonceIds?: (number|Long)[];

                /** HeldOffers known */
                known?: (number|Long);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HeldOffers. */
            type $Shape = permafrost.v1.HeldOffers.$Properties;
        }

        /**
         * Properties of a SignCore.
         * @deprecated Use permafrost.v1.SignCore.$Properties instead.
         */
        interface ISignCore extends permafrost.v1.SignCore.$Properties {
        }

        /** Represents a SignCore. */
        class SignCore {

            /**
             * Constructs a new SignCore.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignCore.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignCore epochId. */
            epochId: Uint8Array;

            /** SignCore request. */
            request: permafrost.v1.SignatureRequest;

            /** SignCore attempt. */
            attempt: number;

            /** SignCore signers. */
            signers: number[];

            /** SignCore offers. */
            offers: permafrost.v1.OfferProof[];

            /** SignCore canary. */
            canary: boolean;

            /**
             * Creates a new SignCore instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignCore instance
             */
            static create(properties: permafrost.v1.SignCore.$Shape): permafrost.v1.SignCore & permafrost.v1.SignCore.$Shape;
            static create(properties?: permafrost.v1.SignCore.$Properties): permafrost.v1.SignCore;

            /**
             * Encodes the specified SignCore message. Does not implicitly {@link permafrost.v1.SignCore.verify|verify} messages.
             * @param message SignCore message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignCore.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignCore message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCore & permafrost.v1.SignCore.$Shape} SignCore
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignCore & permafrost.v1.SignCore.$Shape;
        }

        namespace SignCore {

            /** Properties of a SignCore. */
            interface $Properties {

                /** SignCore epochId */
                epochId?: Uint8Array;

                /** SignCore request */
                request?: permafrost.v1.SignatureRequest.$Properties;

                /** SignCore attempt */
                attempt?: number;

                /** SignCore signers */
                signers?: number[];

                /** SignCore offers */
                offers?: permafrost.v1.OfferProof.$Properties[];

                /** SignCore canary */
                canary?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignCore. */
            type $Shape = permafrost.v1.SignCore.$Properties;
        }

        /**
         * Properties of a SignRefusal.
         * @deprecated Use permafrost.v1.SignRefusal.$Properties instead.
         */
        interface ISignRefusal extends permafrost.v1.SignRefusal.$Properties {
        }

        /** Represents a SignRefusal. */
        class SignRefusal {

            /**
             * Constructs a new SignRefusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignRefusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignRefusal requestId. */
            requestId: Uint8Array;

            /** SignRefusal attempt. */
            attempt: number;

            /** SignRefusal code. */
            code: string;

            /** SignRefusal reason. */
            reason: string;

            /**
             * Creates a new SignRefusal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignRefusal instance
             */
            static create(properties: permafrost.v1.SignRefusal.$Shape): permafrost.v1.SignRefusal & permafrost.v1.SignRefusal.$Shape;
            static create(properties?: permafrost.v1.SignRefusal.$Properties): permafrost.v1.SignRefusal;

            /**
             * Encodes the specified SignRefusal message. Does not implicitly {@link permafrost.v1.SignRefusal.verify|verify} messages.
             * @param message SignRefusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignRefusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignRefusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignRefusal & permafrost.v1.SignRefusal.$Shape} SignRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignRefusal & permafrost.v1.SignRefusal.$Shape;
        }

        namespace SignRefusal {

            /** Properties of a SignRefusal. */
            interface $Properties {

                /** SignRefusal requestId */
                requestId?: Uint8Array;

                /** SignRefusal attempt */
                attempt?: number;

                /** SignRefusal code */
                code?: string;

                /** SignRefusal reason */
                reason?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignRefusal. */
            type $Shape = permafrost.v1.SignRefusal.$Properties;
        }

        /**
         * Properties of a SignResult.
         * @deprecated Use permafrost.v1.SignResult.$Properties instead.
         */
        interface ISignResult extends permafrost.v1.SignResult.$Properties {
        }

        /** Represents a SignResult. */
        class SignResult {

            /**
             * Constructs a new SignResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.SignResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignResult requestId. */
            requestId: Uint8Array;

            /** SignResult signature. */
            signature: Uint8Array;

            /** SignResult signers. */
            signers: number[];

            /**
             * Creates a new SignResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignResult instance
             */
            static create(properties: permafrost.v1.SignResult.$Shape): permafrost.v1.SignResult & permafrost.v1.SignResult.$Shape;
            static create(properties?: permafrost.v1.SignResult.$Properties): permafrost.v1.SignResult;

            /**
             * Encodes the specified SignResult message. Does not implicitly {@link permafrost.v1.SignResult.verify|verify} messages.
             * @param message SignResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.SignResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.SignResult & permafrost.v1.SignResult.$Shape} SignResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.SignResult & permafrost.v1.SignResult.$Shape;
        }

        namespace SignResult {

            /** Properties of a SignResult. */
            interface $Properties {

                /** SignResult requestId */
                requestId?: Uint8Array;

                /** SignResult signature */
                signature?: Uint8Array;

                /** SignResult signers */
                signers?: number[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignResult. */
            type $Shape = permafrost.v1.SignResult.$Properties;
        }

        /**
         * Properties of a StoredKey.
         * @deprecated Use permafrost.v1.StoredKey.$Properties instead.
         */
        interface IStoredKey extends permafrost.v1.StoredKey.$Properties {
        }

        /** Represents a StoredKey. */
        class StoredKey {

            /**
             * Constructs a new StoredKey.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredKey.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredKey keyId. */
            keyId: Uint8Array;

            /** StoredKey proposal. */
            proposal: Uint8Array;

            /** StoredKey attempt. */
            attempt: (number|Long);

            /** StoredKey seat. */
            seat: number;

            /** StoredKey scope. */
            scope: Uint8Array;

            /** StoredKey sessionId. */
            sessionId: Uint8Array;

            /** StoredKey transcript. */
            transcript: Uint8Array;

            /** StoredKey joins. */
            joins: Uint8Array[];

            /** StoredKey commits. */
            commits: Uint8Array[];

            /** StoredKey reveals. */
            reveals: Uint8Array[];

            /** StoredKey ownCert. */
            ownCert: Uint8Array;

            /** StoredKey state. */
            state: string;

            /** StoredKey hosts. */
            hosts: Uint8Array[];

            /**
             * Creates a new StoredKey instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredKey instance
             */
            static create(properties: permafrost.v1.StoredKey.$Shape): permafrost.v1.StoredKey & permafrost.v1.StoredKey.$Shape;
            static create(properties?: permafrost.v1.StoredKey.$Properties): permafrost.v1.StoredKey;

            /**
             * Encodes the specified StoredKey message. Does not implicitly {@link permafrost.v1.StoredKey.verify|verify} messages.
             * @param message StoredKey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredKey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredKey & permafrost.v1.StoredKey.$Shape} StoredKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredKey & permafrost.v1.StoredKey.$Shape;
        }

        namespace StoredKey {

            /** Properties of a StoredKey. */
            interface $Properties {

                /** StoredKey keyId */
                keyId?: Uint8Array;

                /** StoredKey proposal */
                proposal?: Uint8Array;

                /** StoredKey attempt */
                attempt?: (number|Long);

                /** StoredKey seat */
                seat?: number;

                /** StoredKey scope */
                scope?: Uint8Array;

                /** StoredKey sessionId */
                sessionId?: Uint8Array;

                /** StoredKey transcript */
                transcript?: Uint8Array;

                /** StoredKey joins */
                joins?: Uint8Array[];

                /** StoredKey commits */
                commits?: Uint8Array[];

                /** StoredKey reveals */
                reveals?: Uint8Array[];

                /** StoredKey ownCert */
                ownCert?: Uint8Array;

                /** StoredKey state */
                state?: string;

                /** StoredKey hosts */
                hosts?: Uint8Array[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredKey. */
            type $Shape = permafrost.v1.StoredKey.$Properties;
        }

        /**
         * Properties of a StoredKeyState.
         * @deprecated Use permafrost.v1.StoredKeyState.$Properties instead.
         */
        interface IStoredKeyState extends permafrost.v1.StoredKeyState.$Properties {
        }

        /** Represents a StoredKeyState. */
        class StoredKeyState {

            /**
             * Constructs a new StoredKeyState.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredKeyState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredKeyState state. */
            state: string;

            /** StoredKeyState testSignature. */
            testSignature: Uint8Array;

            /** StoredKeyState settled. */
            settled: boolean;

            /**
             * Creates a new StoredKeyState instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredKeyState instance
             */
            static create(properties: permafrost.v1.StoredKeyState.$Shape): permafrost.v1.StoredKeyState & permafrost.v1.StoredKeyState.$Shape;
            static create(properties?: permafrost.v1.StoredKeyState.$Properties): permafrost.v1.StoredKeyState;

            /**
             * Encodes the specified StoredKeyState message. Does not implicitly {@link permafrost.v1.StoredKeyState.verify|verify} messages.
             * @param message StoredKeyState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredKeyState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredKeyState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredKeyState & permafrost.v1.StoredKeyState.$Shape} StoredKeyState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredKeyState & permafrost.v1.StoredKeyState.$Shape;
        }

        namespace StoredKeyState {

            /** Properties of a StoredKeyState. */
            interface $Properties {

                /** StoredKeyState state */
                state?: string;

                /** StoredKeyState testSignature */
                testSignature?: Uint8Array;

                /** StoredKeyState settled */
                settled?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredKeyState. */
            type $Shape = permafrost.v1.StoredKeyState.$Properties;
        }

        /**
         * Properties of a StoredProposal.
         * @deprecated Use permafrost.v1.StoredProposal.$Properties instead.
         */
        interface IStoredProposal extends permafrost.v1.StoredProposal.$Properties {
        }

        /** Represents a StoredProposal. */
        class StoredProposal {

            /**
             * Constructs a new StoredProposal.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredProposal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredProposal state. */
            state: permafrost.v1.ProposalState;

            /** StoredProposal attemptUsed. */
            attemptUsed: (number|Long);

            /** StoredProposal outcome. */
            outcome: string;

            /** StoredProposal detail. */
            detail: string;

            /**
             * Creates a new StoredProposal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredProposal instance
             */
            static create(properties: permafrost.v1.StoredProposal.$Shape): permafrost.v1.StoredProposal & permafrost.v1.StoredProposal.$Shape;
            static create(properties?: permafrost.v1.StoredProposal.$Properties): permafrost.v1.StoredProposal;

            /**
             * Encodes the specified StoredProposal message. Does not implicitly {@link permafrost.v1.StoredProposal.verify|verify} messages.
             * @param message StoredProposal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredProposal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredProposal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredProposal & permafrost.v1.StoredProposal.$Shape} StoredProposal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredProposal & permafrost.v1.StoredProposal.$Shape;
        }

        namespace StoredProposal {

            /** Properties of a StoredProposal. */
            interface $Properties {

                /** StoredProposal state */
                state?: permafrost.v1.ProposalState.$Properties;

                /** StoredProposal attemptUsed */
                attemptUsed?: (number|Long);

                /** StoredProposal outcome */
                outcome?: string;

                /** StoredProposal detail */
                detail?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredProposal. */
            type $Shape = permafrost.v1.StoredProposal.$Properties;
        }

        /**
         * Properties of a StoredOaths.
         * @deprecated Use permafrost.v1.StoredOaths.$Properties instead.
         */
        interface IStoredOaths extends permafrost.v1.StoredOaths.$Properties {
        }

        /** Represents a StoredOaths. */
        class StoredOaths {

            /**
             * Constructs a new StoredOaths.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredOaths.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredOaths keyId. */
            keyId: Uint8Array;

            /** StoredOaths members. */
            members: Uint8Array[];

            /** StoredOaths oaths. */
            oaths: permafrost.v1.Oath[];

            /**
             * Creates a new StoredOaths instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredOaths instance
             */
            static create(properties: permafrost.v1.StoredOaths.$Shape): permafrost.v1.StoredOaths & permafrost.v1.StoredOaths.$Shape;
            static create(properties?: permafrost.v1.StoredOaths.$Properties): permafrost.v1.StoredOaths;

            /**
             * Encodes the specified StoredOaths message. Does not implicitly {@link permafrost.v1.StoredOaths.verify|verify} messages.
             * @param message StoredOaths message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredOaths.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredOaths message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredOaths & permafrost.v1.StoredOaths.$Shape} StoredOaths
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredOaths & permafrost.v1.StoredOaths.$Shape;
        }

        namespace StoredOaths {

            /** Properties of a StoredOaths. */
            interface $Properties {

                /** StoredOaths keyId */
                keyId?: Uint8Array;

                /** StoredOaths members */
                members?: Uint8Array[];

                /** StoredOaths oaths */
                oaths?: permafrost.v1.Oath.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredOaths. */
            type $Shape = permafrost.v1.StoredOaths.$Properties;
        }

        /**
         * Properties of a StoredBoot.
         * @deprecated Use permafrost.v1.StoredBoot.$Properties instead.
         */
        interface IStoredBoot extends permafrost.v1.StoredBoot.$Properties {
        }

        /** Represents a StoredBoot. */
        class StoredBoot {

            /**
             * Constructs a new StoredBoot.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredBoot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredBoot counter. */
            counter: (number|Long);

            /** StoredBoot bootId. */
            bootId: Uint8Array;

            /**
             * Creates a new StoredBoot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredBoot instance
             */
            static create(properties: permafrost.v1.StoredBoot.$Shape): permafrost.v1.StoredBoot & permafrost.v1.StoredBoot.$Shape;
            static create(properties?: permafrost.v1.StoredBoot.$Properties): permafrost.v1.StoredBoot;

            /**
             * Encodes the specified StoredBoot message. Does not implicitly {@link permafrost.v1.StoredBoot.verify|verify} messages.
             * @param message StoredBoot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredBoot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredBoot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredBoot & permafrost.v1.StoredBoot.$Shape} StoredBoot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredBoot & permafrost.v1.StoredBoot.$Shape;
        }

        namespace StoredBoot {

            /** Properties of a StoredBoot. */
            interface $Properties {

                /** StoredBoot counter */
                counter?: (number|Long);

                /** StoredBoot bootId */
                bootId?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredBoot. */
            type $Shape = permafrost.v1.StoredBoot.$Properties;
        }

        /**
         * Properties of a StoredRequest.
         * @deprecated Use permafrost.v1.StoredRequest.$Properties instead.
         */
        interface IStoredRequest extends permafrost.v1.StoredRequest.$Properties {
        }

        /** Represents a StoredRequest. */
        class StoredRequest {

            /**
             * Constructs a new StoredRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredRequest request. */
            request: permafrost.v1.SignatureRequest;

            /** StoredRequest signature. */
            signature: Uint8Array;

            /** StoredRequest epoch. */
            epoch: number;

            /** StoredRequest signers. */
            signers: string[];

            /** StoredRequest atMs. */
            atMs: (number|Long);

            /**
             * Creates a new StoredRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredRequest instance
             */
            static create(properties: permafrost.v1.StoredRequest.$Shape): permafrost.v1.StoredRequest & permafrost.v1.StoredRequest.$Shape;
            static create(properties?: permafrost.v1.StoredRequest.$Properties): permafrost.v1.StoredRequest;

            /**
             * Encodes the specified StoredRequest message. Does not implicitly {@link permafrost.v1.StoredRequest.verify|verify} messages.
             * @param message StoredRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredRequest & permafrost.v1.StoredRequest.$Shape} StoredRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredRequest & permafrost.v1.StoredRequest.$Shape;
        }

        namespace StoredRequest {

            /** Properties of a StoredRequest. */
            interface $Properties {

                /** StoredRequest request */
                request?: permafrost.v1.SignatureRequest.$Properties;

                /** StoredRequest signature */
                signature?: Uint8Array;

                /** StoredRequest epoch */
                epoch?: number;

                /** StoredRequest signers */
                signers?: string[];

                /** StoredRequest atMs */
                atMs?: (number|Long);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredRequest. */
            type $Shape = permafrost.v1.StoredRequest.$Properties;
        }

        /**
         * Properties of a StoredFault.
         * @deprecated Use permafrost.v1.StoredFault.$Properties instead.
         */
        interface IStoredFault extends permafrost.v1.StoredFault.$Properties {
        }

        /** Represents a StoredFault. */
        class StoredFault {

            /**
             * Constructs a new StoredFault.
             * @param [properties] Properties to set
             */
            constructor(properties?: permafrost.v1.StoredFault.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredFault atMs. */
            atMs: (number|Long);

            /** StoredFault hostPub. */
            hostPub: Uint8Array;

            /** StoredFault code. */
            code: string;

            /** StoredFault evidence. */
            evidence: Uint8Array;

            /**
             * Creates a new StoredFault instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredFault instance
             */
            static create(properties: permafrost.v1.StoredFault.$Shape): permafrost.v1.StoredFault & permafrost.v1.StoredFault.$Shape;
            static create(properties?: permafrost.v1.StoredFault.$Properties): permafrost.v1.StoredFault;

            /**
             * Encodes the specified StoredFault message. Does not implicitly {@link permafrost.v1.StoredFault.verify|verify} messages.
             * @param message StoredFault message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: permafrost.v1.StoredFault.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredFault message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredFault & permafrost.v1.StoredFault.$Shape} StoredFault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): permafrost.v1.StoredFault & permafrost.v1.StoredFault.$Shape;
        }

        namespace StoredFault {

            /** Properties of a StoredFault. */
            interface $Properties {

                /** StoredFault atMs */
                atMs?: (number|Long);

                /** StoredFault hostPub */
                hostPub?: Uint8Array;

                /** StoredFault code */
                code?: string;

                /** StoredFault evidence */
                evidence?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredFault. */
            type $Shape = permafrost.v1.StoredFault.$Properties;
        }
    }
}
